import type { PlacementDocument } from '@tenantry/model/documents/tenants';
import { paths } from '@tenantry/model/paths';
import { denied } from '../../operations/errors.ts';
import { controlPlane } from '../firestore.ts';

/**
 * How long a placement is remembered. A move ends with the old access document on `deleting`, so a call
 * that still goes to the old database is refused there and not lost.
 */
const rememberedForMilliseconds = 60_000;
/** Keeps a flood of ids from filling the memory. */
const rememberedAtMost = 10_000;

const remembered = new Map<string, { readonly database: string; readonly until: number }>();

/** The database that holds a tenant. Throws `denied` when there is no such tenant. */
export async function databaseOf(tenantId: string): Promise<string> {
  const database = await findDatabaseOf(tenantId);
  if (database === undefined) throw denied();
  return database;
}

/** The same, or `undefined` when there is no such tenant: one that was purged, say, and is still in somebody's list. */
export async function findDatabaseOf(tenantId: string, now = Date.now()): Promise<string | undefined> {
  const known = remembered.get(tenantId);
  if (known && known.until > now) return known.database;
  const database = await readDatabaseOf(tenantId);
  if (database === undefined) return undefined;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  remembered.set(tenantId, { database, until: now + rememberedForMilliseconds });
  return database;
}

/** The same from the register and never from memory, or `undefined`: it takes as long whether or not there is such a tenant. */
export async function readDatabaseOf(tenantId: string): Promise<string | undefined> {
  const snapshot = await controlPlane().doc(paths.placement(tenantId)).get();
  return (snapshot.data() as PlacementDocument | undefined)?.database;
}
