import { tenantDocuments } from '../platform/data/documents.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';
import type { UsageRecord } from '../platform/data/usage-record.ts';

const emptyRecord: UsageRecord = {
  customerId: null,
  waiting: {},
  open: [],
  reported: {},
  reportedBefore: {},
  lastTold: {},
  alerts: {},
};

/** How far the present tenant's usage has got; one that was never rolled up has an empty record. */
export async function readUsageRecord(tx: TenantTransaction): Promise<UsageRecord> {
  return (await tx.get(tenantDocuments.usageRecord())) ?? emptyRecord;
}
