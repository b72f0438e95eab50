import type { StoredAccess } from '../documents.ts';
import type { PlacementDocument, TenantDocument } from '@tenantry/model/documents/tenants';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { searchKeyEnd } from '@tenantry/model/search-key';
import { defaultDatabase } from '../default-database.ts';
import { controlPlane, firestore } from '../firestore.ts';
import { instantOf } from '../instant.ts';

/** The one door to more than one tenant. Lint lets operators' code through, and nobody else. */

/** A tenant as the register of placements knows it. */
export type Placed = { readonly tenantId: string; readonly placement: PlacementDocument };

/** Where a page begins: after this key, and among equal keys after this tenant. */
export type Position = { readonly key: string; readonly tenantId: string };

export type PlacementSearch = {
  readonly field: 'nameKey' | 'slug';
  /** How the field begins; an empty text finds all. */
  readonly beginning: string;
  readonly after: Position | undefined;
  readonly limit: number;
};

/** Tenants whose name or address begins so, in its order. */
export async function findPlacements({ field, beginning, after, limit }: PlacementSearch): Promise<Placed[]> {
  let query = controlPlane().collection(paths.placements()).orderBy(field).orderBy('__name__').limit(limit);
  query = query.endBefore(searchKeyEnd(beginning));
  query = after ? query.startAfter(after.key, after.tenantId) : query.startAt(beginning);
  const { docs } = await query.get();
  return docs.map((document) => ({ tenantId: document.id, placement: document.data() as PlacementDocument }));
}

/**
 * Tenants whose door to support is shown to stand open, the first to shut first; the access document judges. A tenant's own
 * document says so, and all of them lie in the default database today.
 */
export async function findOpenDoors(now: Date, limit: number): Promise<Placed[]> {
  const until = 'supportDoor.until';
  const tenants = firestore(defaultDatabase).collection(paths.tenants());
  const { docs } = await tenants.where(until, '>', instantOf(now)).orderBy(until).limit(limit).select().get();
  if (docs.length === 0) return [];
  const control = controlPlane();
  const placements = await control.getAll(...docs.map(({ id }) => control.doc(paths.placement(id))));
  return placements.flatMap((found) =>
    found.exists ? [{ tenantId: found.id, placement: found.data() as PlacementDocument }] : [],
  );
}

/** A tenant's own document and its access; a tenant that is being made or purged may lack either. */
export type Standing = Placed & {
  readonly tenant: TenantDocument | undefined;
  readonly access: StoredAccess | undefined;
};

/** Reads many tenants, each in the database of its placement: one round trip for each database. */
export async function readStandings(placed: readonly Placed[]): Promise<Standing[]> {
  const byDatabase = Map.groupBy(placed, ({ placement }) => placement.database);
  const read = await Promise.all([...byDatabase].map(([database, some]) => readFrom(database, some)));
  const found = new Map(read.flat().map((standing) => [standing.tenantId, standing]));
  return placed.flatMap(({ tenantId }) => found.get(tenantId) ?? []);
}

async function readFrom(database: string, placed: readonly Placed[]): Promise<Standing[]> {
  const plane = firestore(database);
  const [tenants, accesses] = await Promise.all(
    [tenantPaths.self(), tenantPaths.access()].map((path) =>
      plane.getAll(...placed.map(({ tenantId }) => plane.doc(inTenant(tenantId, path)))),
    ),
  );
  return placed.map((each, index) => ({
    ...each,
    tenant: tenants?.[index]?.data() as TenantDocument | undefined,
    access: accesses?.[index]?.data() as StoredAccess | undefined,
  }));
}
