import { noOverrides } from '@tenantry/model/billing/overrides';
import { type BillingRecord, tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

/** What a business has that never had to do with Stripe nor with an operator's override. */
const emptyRecord: BillingRecord = {
  customerId: null,
  fence: 0,
  overrides: noOverrides,
  subscriptions: [],
  invoices: {},
  dunning: null,
  checkAt: null,
  syncedAt: null,
};

/** The present tenant's billing record; one that is not there yet is empty. */
export async function readBillingRecord(tx: TenantTransaction): Promise<BillingRecord> {
  return (await tx.get(tenantDocuments.billing())) ?? emptyRecord;
}
