import { randomUUID } from 'node:crypto';
import { claimsStore } from './claims-store.ts';
import { type ClaimsStore, syncClaims } from './sync-claims.ts';

/** A change of a person's membership that was announced: `finish` brings projection and claims in step. */
export type ClaimsChange = { finish(): Promise<void> };

/**
 * Puts a mark on a person before a transaction changes their membership. From then on a crash at any point
 * leaves the mark, and the sweep finishes the work. `active` says that the person has just turned to the tenant.
 */
export async function beginClaimsChange(
  uid: string,
  { tenantId, active }: { readonly tenantId: string; readonly active: boolean },
  store: ClaimsStore = claimsStore,
): Promise<ClaimsChange> {
  const [id, markedAt] = [randomUUID(), store.now()];
  await store.putMark(uid, { id, at: markedAt, tenants: [tenantId] });
  return {
    async finish() {
      await syncClaims(store, { uid, tenants: [tenantId], markedAt, ...(active ? { activeIn: tenantId } : {}) });
      await store.removeMarks(uid, [id]);
    },
  };
}

/**
 * Brings a person's claims in step with the database, under a mark of its own. `staleMarks` are marks of
 * writers that must be dead by now; they go once the claims are right.
 */
export async function refreshClaims(
  uid: string,
  tenants: readonly string[],
  staleMarks: readonly string[] = [],
  store: ClaimsStore = claimsStore,
): Promise<void> {
  const [id, markedAt] = [randomUUID(), store.now()];
  await store.putMark(uid, { id, at: markedAt, tenants });
  await syncClaims(store, { uid, tenants, markedAt });
  await store.removeMarks(uid, [id, ...staleMarks]);
}
