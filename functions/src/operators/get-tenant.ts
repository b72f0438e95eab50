import { readStandings } from '../platform/data/tenants/across-tenants.ts';
import { controlDocuments } from '../platform/data/documents.ts';
import { readTenant, runInControlPlane } from '../platform/data/transactions.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { readMoney } from './billing/read-money.ts';
import { operatorOperation } from './operator-operation.ts';
import { summaryOf } from './tenant-summary.ts';

/**
 * What an operator knows of one tenant, its door to support and whether they are in, what operators gave it and what it
 * pays for. Throws `missing` when there is none.
 */
export const getTenant = operatorOperation('getTenant', async ({ caller, input: { tenantId }, now, requestId }) => {
  const placement = await runInControlPlane((control) => control.get(controlDocuments.placement(tenantId)));
  const [standing] = placement ? await readStandings([{ tenantId, placement }]) : [];
  const summary = standing && summaryOf(standing, caller.uid, now);
  if (!placement || !summary) throw new Refusal('missing', 'There is no such business.');
  const money = await inTenantContext(tenantId, requestId, () => readTenant((tx) => readMoney(tx, now)));
  return { ...summary, database: placement.database, ...money };
});
