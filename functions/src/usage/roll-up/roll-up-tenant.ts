import { monthOf } from '@tenantry/model/billing/usage-month';
import type { CountersDocument } from '@tenantry/model/documents/tenants';
import type { UsageDocument, UsageEventDocument } from '@tenantry/model/documents/usage';
import { isDeepStrictEqual } from 'node:util';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { Found, TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { readTenant, runInTenant } from '../../platform/data/transactions.ts';
import { readUsageRecord } from '../usage-record.ts';
import { withWaiting } from '../waiting-sums.ts';
import { emptyMonth, standingNow, withEvents, withLate } from './sums.ts';

/** As many events as one transaction takes up. */
const batchSize = 200;

const notRolledUp = declareQuery('usageEvents', { where: [['rolledUpAt', '==']] });

/**
 * Rolls up the present tenant's ledger: each event once, in the transaction that marks it. Answers how many there were.
 * Safe to repeat and to run twice at once.
 */
export async function rollUpTenant(now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    // Seen outside the transaction that takes them up, so that nobody who places an order waits for it.
    const { eventIds, counters, month } = await readTenant((tx) => look(tx, now));
    // A tenant that is being made or purged.
    if (!counters) return count;
    if (month && eventIds.length === 0 && isDeepStrictEqual({ ...month.standing }, standingNow(counters))) return count;
    count += await runInTenant((tx) => rollUpBatch(tx, { eventIds, counters, now }));
    if (eventIds.length < batchSize) return count;
  }
}

async function look(tx: TenantTransaction, now: Date) {
  const [events, counters, month] = await Promise.all([
    tx.find(tenantDocuments.usageEvents(), notRolledUp, [null], batchSize),
    tx.get(tenantDocuments.counters()),
    tx.get(tenantDocuments.usage(monthOf(now))),
  ]);
  return { eventIds: events.map(({ id }) => id), counters, month };
}

type Batch = { readonly eventIds: readonly string[]; readonly counters: CountersDocument; readonly now: Date };

async function rollUpBatch(tx: TenantTransaction, { eventIds, counters, now }: Batch): Promise<number> {
  const fresh = await readFresh(tx, eventIds);
  const record = await readUsageRecord(tx);
  const present = monthOf(now);
  const byMonth = Map.groupBy(fresh, ({ data }) => monthOf(data.at.toDate()));
  const months = [...new Set([present, ...byMonth.keys()])];
  const known = await tx.getAll(months.map((month) => tenantDocuments.usage(month)));

  months.forEach((month, index) => {
    const before = known[index];
    const events = (byMonth.get(month) ?? []).map(({ data }) => data);
    const standing = month === present || !before ? standingNow(counters) : withLate(before.standing, events);
    if (!before || events.length > 0 || !isDeepStrictEqual({ ...before.standing }, standing))
      writeMonth(tx, { ...withEvents(before ?? emptyMonth(month), events), standing, rolledUpAt: instantOf(now) });
  });
  for (const { id } of fresh) tx.update(tenantDocuments.usageEvent(id), { rolledUpAt: instantOf(now) });
  if (fresh.length > 0) {
    const waiting = fresh.reduce(
      (sums, { data: { meter, quantity, at } }) => withWaiting(sums, { meter, quantity, at: at.toMillis() }),
      record.waiting,
    );
    tx.set(tenantDocuments.usageRecord(), { ...record, waiting });
  }
  return fresh.length;
}

/** Those events that nobody took up since they were seen. */
async function readFresh(tx: TenantTransaction, ids: readonly string[]): Promise<Found<UsageEventDocument>[]> {
  const found = await tx.getAll(ids.map((id) => tenantDocuments.usageEvent(id)));
  return ids.flatMap((id, index) => {
    const data = found[index];
    return data?.rolledUpAt === null ? [{ id, data }] : [];
  });
}

function writeMonth(tx: TenantTransaction, usage: UsageDocument): void {
  tx.set(tenantDocuments.usage(usage.month), usage);
}
