import type { Caller } from '../platform/operations/caller.ts';
import { declareQuery } from '../platform/data/declared-query.ts';
import { controlDocuments } from '../platform/data/documents.ts';
import { findDatabaseOf } from '../platform/data/tenants/placement.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { claimedTenants } from '@tenantry/model/claims';

const everyMembership = declareQuery('memberships', {});

/**
 * The tenants that somebody may belong to: those of the projection, and those that the token claims, which knows of one
 * whose projection is still on its way. Of each the member document is to be asked.
 */
export async function tenantsOf(caller: Caller): Promise<string[]> {
  const projected = await runInControlPlane((control) =>
    control.find(controlDocuments.memberships(caller.uid), everyMembership),
  );
  return [...new Set([...projected.map(({ id }) => id), ...claimedTenants(caller.token)])];
}

/** Runs work in each of these tenants, one after the other: each ends with a change of the same person's claims. */
export async function inEach<T>(
  tenants: readonly string[],
  requestId: string,
  work: (tenantId: string) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (const tenantId of tenants) {
    // A tenant that is gone may stand in a list still: there is no member to look at.
    if ((await findDatabaseOf(tenantId)) === undefined) continue;
    results.push(await inTenantContext(tenantId, requestId, () => work(tenantId)));
  }
  return results;
}
