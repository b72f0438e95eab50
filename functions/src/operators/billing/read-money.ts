import type { TenantBilling } from '@tenantry/model/operations/billing';
import { isRunning } from '@tenantry/model/billing/subscription-facts';
import type { Gifts } from '@tenantry/model/operations/operators';
import { readBillingRecord } from '../../billing/sync/billing-record.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { giftsInForce } from './gifts-in-force.ts';

/** What an operator sees of the present tenant's money: what it pays for, and what it was given beside that. */
export async function readMoney(tx: TenantTransaction, now: Date): Promise<{ billing: TenantBilling; gifts: Gifts }> {
  const [record, subscription, access] = await Promise.all([
    readBillingRecord(tx),
    tx.get(tenantDocuments.subscription()),
    tx.get(tenantDocuments.access()),
  ]);
  return {
    billing: {
      customerId: record.customerId,
      plan: subscription?.plan ?? 'free',
      status: subscription?.status ?? 'none',
      running: record.subscriptions.filter(isRunning).length,
      pastDueSince: subscription?.pastDueSince?.toDate().toISOString() ?? null,
      hold: access?.holds.billing ?? 'active',
      syncedAt: record.syncedAt === null ? null : new Date(record.syncedAt).toISOString(),
    },
    gifts: giftsInForce(record.overrides, now),
  };
}
