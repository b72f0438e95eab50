import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { runInControlPlane, readTenant } from '../platform/data/transactions.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { inTenantContext } from '../platform/tenant-context.ts';

/** Throws `missing`, with these words, unless a business is placed and has its own document: one that is purged loses both. */
export async function requireBusiness(tenantId: string, requestId: string, words: string): Promise<void> {
  const placement = await runInControlPlane((control) => control.get(controlDocuments.placement(tenantId)));
  const tenant =
    placement &&
    (await inTenantContext(tenantId, requestId, () => readTenant((tx) => tx.get(tenantDocuments.tenant()))));
  if (!tenant) throw new Refusal('missing', words);
}
