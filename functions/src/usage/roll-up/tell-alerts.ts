import { alertsDue } from '@tenantry/model/billing/usage-alerts';
import { monthOf } from '@tenantry/model/billing/usage-month';
import type { CountersDocument, TenantDocument } from '@tenantry/model/documents/tenants';
import { isDeepStrictEqual } from 'node:util';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import type { UsageRecord } from '../../platform/data/usage-record.ts';
import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { readOwners } from '../../members/membership/owners.ts';
import { readUsageRecord } from '../usage-record.ts';
import { standingNow } from './sums.ts';

/**
 * Writes to the present tenant's owners when a share of a limit is reached that they were not told of. Safe to repeat: what was
 * told is kept in the transaction that puts the mails into the outbox.
 */
export async function tellAlerts(now: Date): Promise<void> {
  const seen = await readTenant(look);
  const { counters, tenant, record } = seen;
  if (!counters || !tenant || isDeepStrictEqual(judge(counters, tenant, record, now).told, record.alerts)) return;
  await workInTenant({ actor: 'schedule:rollUpUsage', audited: false, now }, async ({ tx, mail }) => {
    const [present, { owners }] = await Promise.all([readUsageRecord(tx), readOwners(tx)]);
    // Somebody told meanwhile, by counters that may be newer.
    if (!isDeepStrictEqual(present.alerts, record.alerts)) return;
    const { due, told } = judge(counters, tenant, present, now);
    const { name: tenantName, slug, plan } = tenant;
    for (const alert of due) {
      for (const { email } of owners)
        if (email !== '') mail({ kind: 'usage-alert', to: email, data: { tenantName, slug, plan, ...alert } });
    }
    tx.set(tenantDocuments.usageRecord(), { ...present, alerts: told });
  });
}

async function look(tx: TenantTransaction) {
  const [counters, tenant, record] = await Promise.all([
    tx.get(tenantDocuments.counters()),
    tx.get(tenantDocuments.tenant()),
    readUsageRecord(tx),
  ]);
  return { counters, tenant, record };
}

function judge(counters: CountersDocument, { limits }: TenantDocument, { alerts }: UsageRecord, now: Date) {
  const month = monthOf(now);
  const { seats, invited, products } = standingNow(counters);
  const orders = counters.ordersByMonth[month] ?? 0;
  return alertsDue({ seats: seats + invited, products, orders }, limits, alerts, month);
}
