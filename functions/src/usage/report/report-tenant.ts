import type { Meter } from '@tenantry/model/billing/meters';
import { randomUUID } from 'node:crypto';
import { readBillingRecord } from '../../billing/sync/billing-record.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { readTenant, runInTenant } from '../../platform/data/transactions.ts';
import type { UsageRecord, UsageReport } from '../../platform/data/usage-record.ts';
import { log } from '../../platform/log.ts';
import { readUsageRecord } from '../usage-record.ts';
import { ageOf, confirmReport, forCustomer, openReports, withdrawReport } from './report-steps.ts';
import { minuteTotal, type StripeMeters, tellReport } from './stripe-meters.ts';

/**
 * Tells Stripe what the present tenant used since the last time, each sum once: it is written down before it is sent and after it arrived.
 * What was sent and not seen to arrive is told again under its id within a day; later, Stripe is asked whether it has it.
 * Answers how many reports arrived. Safe to repeat, to run twice at once, and to be killed anywhere.
 */
export async function reportTenant(meters: () => Promise<StripeMeters>): Promise<number> {
  const seen = await readTenant(look);
  if (seen.customerId === null || (seen.record.open.length === 0 && Object.keys(seen.record.waiting).length === 0))
    return 0;
  const { at, ids } = await meters();
  const opened = await runInTenant((tx) => open(tx, at));
  if (!opened) return 0;
  const { customerId, reports, fresh } = opened;
  let arrived = 0;
  for (const report of reports) {
    const age = ageOf(report, at);
    if (age === 'between') continue;
    const wasSettled =
      age === 'repeatable'
        ? await send(report, customerId, fresh.has(report.id))
        : await settle(report, customerId, ids);
    if (wasSettled) arrived += 1;
  }
  return arrived;
}

/** Turns to the customer of this moment and opens what reports are to be; `fresh` are those that nobody can have sent. */
async function open(tx: TenantTransaction, at: number) {
  const [{ customerId }, present] = await Promise.all([readBillingRecord(tx), readUsageRecord(tx)]);
  if (customerId === null) return undefined;
  const next = openReports(forCustomer(present, customerId), at, randomUUID);
  if (next !== present) tx.set(tenantDocuments.usageRecord(), next);
  const known = new Set(present.open.map(({ id }) => id));
  return {
    customerId,
    reports: next.open,
    fresh: new Set(next.open.map(({ id }) => id).filter((id) => !known.has(id))),
  };
}

async function look(tx: TenantTransaction) {
  const [{ customerId }, record] = await Promise.all([readBillingRecord(tx), readUsageRecord(tx)]);
  return { customerId, record };
}

/** Answers whether the report arrived. */
async function send(report: UsageReport, customer: string, isFirstTry: boolean): Promise<boolean> {
  const told = await tellReport(report, customer, isFirstTry);
  if (told === 'unknown') return false;
  if (told === 'refused') log.usageRefused(report.meter, report.quantity);
  await step((present) => (told === 'arrived' ? confirmReport : withdrawReport)(present, report));
  return told === 'arrived';
}

/** What Stripe counts in the report's own minute says whether it arrived; anything between is for people to look at. */
async function settle(report: UsageReport, customer: string, ids: ReadonlyMap<Meter, string>): Promise<boolean> {
  const total = await minuteTotal(report, ids.get(report.meter) ?? '', customer);
  if (total !== report.quantity && total !== 0) {
    log.usageUnclear(report.meter, report.id, report.quantity, total);
    return false;
  }
  const hasArrived = total === report.quantity;
  await step((present) => (hasArrived ? confirmReport : withdrawReport)(present, report));
  return hasArrived;
}

/** Writes the next step of the usage record; answers it. */
function step(next: (present: UsageRecord) => UsageRecord): Promise<UsageRecord> {
  return runInTenant(async (tx) => {
    const present = await readUsageRecord(tx);
    const after = next(present);
    if (after !== present) tx.set(tenantDocuments.usageRecord(), after);
    return after;
  });
}
