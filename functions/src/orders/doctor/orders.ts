import { monthAfter, monthOf } from '@tenantry/model/billing/usage-month';
import { type OrderDocument, orderDocument, totalOf } from '@tenantry/model/documents/business';
import { countersDocument } from '@tenantry/model/documents/tenants';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../../doctor/check.ts';
import type { Findings } from '../../doctor/findings.ts';
import { declarePages, eachPage } from '../../doctor/pages.ts';
import { ifWhole, wellShaped } from '../../doctor/shape.ts';
import { judgeKeys, keyedSince } from './keys.ts';

const orderPages = declarePages('orders');
const byHand = 'No operation leaves this behind: find out who wrote it, then correct it by hand.';

/**
 * Invariant 6: an order's total is the sum of its lines, numbers are unique, in sequence and counted, and one idempotency key made one
 * order.
 */
export const orders: BusinessCheck = {
  looksAt: 'orders and their keys',
  look: ({ now }, found) =>
    readTenant(async (tx) => {
      const since = keyedSince(now);
      const sums = { recent: 0, byMonth: new Map<string, number>() };
      const numbered: Numbered[] = [];
      let there = 0;
      for await (const page of eachPage(tx, tenantDocuments.orders(), orderPages)) {
        there += page.length;
        for (const { id, data } of wellShaped(page, 'orders', orderDocument, found)) {
          judgeOrder(id, data, found);
          const month = monthOf(data.placedAt.toDate());
          numbered.push([data.number, id]);
          sums.byMonth.set(month, (sums.byMonth.get(month) ?? 0) + 1);
          if (data.placedAt.toMillis() >= since) sums.recent += 1;
        }
      }
      // What has not its shape is in no sum: none is right without it.
      const areWhole = numbered.length === there;
      if (areWhole) await judgeCounters(tx, { ...sums, last: judgeNumbers(numbered, found) }, now, found);
      await judgeKeys(tx, areWhole ? sums.recent : undefined, since, found);
    }),
};

type Numbered = readonly [number: number, id: string];

/**
 * Numbers are unique and in sequence. They are put in order here: asked for in the order of a field, Firestore leaves out what lacks it.
 * Answers the last.
 */
function judgeNumbers(numbered: readonly Numbered[], found: Findings): number {
  let last = 0;
  for (const [number, id] of numbered.toSorted(([a], [b]) => a - b)) {
    found.expect(`number of orders/${id}`, number, last + 1, byHand);
    last = number;
  }
  return last;
}

function judgeOrder(id: string, order: OrderDocument, found: Findings): void {
  const { lines, total, status, fulfilledAt, cancelledAt } = order;
  found.expect(`total of orders/${id}`, total, totalOf(lines), byHand);
  const moments = { fulfilled: fulfilledAt !== null, cancelled: cancelledAt !== null };
  // What was fulfilled may be cancelled later.
  if (status !== 'cancelled')
    found.expect(`whether orders/${id} was fulfilled`, moments.fulfilled, status === 'fulfilled', byHand);
  found.expect(`whether orders/${id} was cancelled`, moments.cancelled, status === 'cancelled', byHand);
}

type Sums = { readonly last: number; readonly byMonth: ReadonlyMap<string, number> };

async function judgeCounters(
  tx: TenantTransaction,
  { last, byMonth }: Sums,
  now: number,
  found: Findings,
): Promise<void> {
  const counters = ifWhole(await tx.get(tenantDocuments.counters()), countersDocument);
  if (!counters) return;
  const remedy = 'Correct it while nobody orders there.';
  found.expect('lastOrderNumber of system/counters', counters.lastOrderNumber, last, remedy);
  // Of months before these no count is kept.
  const present = monthOf(new Date(now));
  for (const month of [monthAfter(present, -1), present]) {
    const counted = counters.ordersByMonth[month] ?? 0;
    found.expect(`ordersByMonth of ${month} in system/counters`, counted, byMonth.get(month) ?? 0, remedy);
  }
}
