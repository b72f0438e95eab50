import { type Meter, meters, type Quantities } from '@tenantry/model/billing/meters';
import { monthOf } from '@tenantry/model/billing/usage-month';
import { type CountersDocument, countersDocument } from '@tenantry/model/documents/tenants';
import { type UsageDocument, usageDocument, usageEventDocument } from '@tenantry/model/documents/usage';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import type { UsageRecord } from '../../platform/data/usage-record.ts';
import { emptyMonth, withEvents } from '../../usage/roll-up/sums.ts';
import { readUsageRecord } from '../../usage/usage-record.ts';
import type { BusinessCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import { declarePages, eachPage } from '../pages.ts';
import { usageRecordShape } from '../record-shapes.ts';
import { ifWhole, isWellShaped, wellShaped } from '../shape.ts';

const eventPages = declarePages('usageEvents');
const monthPages = declarePages('usage');

type Sums = Pick<UsageDocument, 'totals' | 'days'>;

/**
 * Invariant 8: the ledger comes to what there is, what was rolled up of it to the months and their days, and these to what waits, is on its
 * way and was reported.
 */
export const usage: BusinessCheck = {
  looksAt: 'billable acts and months',
  look: (_, found) =>
    readTenant(async (tx) => {
      const rolledUp = new Map<string, ReturnType<typeof emptyMonth>>();
      const ledger = new Sum();
      for await (const page of eachPage(tx, tenantDocuments.usageEvents(), eventPages)) {
        for (const { data } of wellShaped(page, 'usageEvents', usageEventDocument, found)) {
          ledger.add({ [data.meter]: data.quantity });
          if (data.rolledUpAt === null) continue;
          const month = monthOf(data.at.toDate());
          rolledUp.set(month, withEvents(rolledUp.get(month) ?? emptyMonth(month), [data]));
        }
      }
      const months = new Map<string, Sums>();
      for await (const page of eachPage(tx, tenantDocuments.usages(), monthPages))
        for (const { id, data } of wellShaped(page, 'usage', usageDocument, found)) months.set(id, data);
      // What has not its shape is in no sum: none is right without it.
      if (found.wrong > 0) return;
      const [record, counters] = await Promise.all([readUsageRecord(tx), tx.get(tenantDocuments.counters())]);
      const standing = ifWhole(counters, countersDocument);

      if (standing) judgeStanding(ledger, standing, found);
      judgeMonths(months, rolledUp, found);
      if (!isWellShaped('system/usage', record, usageRecordShape, found)) return;
      const told = new Sum();
      for (const { totals } of rolledUp.values()) told.add(totals);
      told.judge('what waits, is on its way and was reported', onItsWay(record), found);
    }),
};

/** A sum by meter. */
class Sum {
  readonly #sums = new Map<Meter, number>();

  add(quantities: Quantities): void {
    for (const meter of meters) this.#sums.set(meter, this.of(meter) + (quantities[meter] ?? 0));
  }

  of(meter: Meter): number {
    return this.#sums.get(meter) ?? 0;
  }

  /** Notes each meter in which something else comes to another sum than this. */
  judge(what: string, other: Sum, found: Findings): void {
    for (const meter of meters) found.expect(`${meter} of ${what}`, other.of(meter), this.of(meter), byHand);
  }
}

const byHand =
  'No schedule repairs a sum: find the acts in usageEvents that it lacks or has twice, then correct it by hand.';

const counterFirst = `Where another check says that the counter is wrong, correct that first. ${byHand}`;

function sumOf(quantities: Quantities): Sum {
  const sum = new Sum();
  sum.add(quantities);
  return sum;
}

function onItsWay({ waiting, open, reported, reportedBefore }: UsageRecord): Sum {
  const sum = sumOf(reported);
  sum.add(reportedBefore);
  for (const { meter, quantity } of open) sum.add({ [meter]: quantity });
  for (const meter of meters) sum.add({ [meter]: waiting[meter]?.quantity ?? 0 });
  return sum;
}

/** What stands is what was ever taken less what was given back; every order is an act. */
function judgeStanding(ledger: Sum, { seatsUsed, products, lastOrderNumber }: CountersDocument, found: Findings): void {
  const there = { seats: seatsUsed, products, orders: lastOrderNumber };
  for (const [meter, count] of Object.entries(there))
    found.expect(`${meter} in the ledger, beside system/counters,`, ledger.of(meter as Meter), count, counterFirst);
}

function judgeMonths(months: ReadonlyMap<string, Sums>, rolledUp: ReadonlyMap<string, Sums>, found: Findings): void {
  for (const month of new Set([...months.keys(), ...rolledUp.keys()])) {
    const [is, shouldBe] = [months.get(month), rolledUp.get(month)];
    sumOf(shouldBe?.totals ?? {}).judge(`usage/${month}`, sumOf(is?.totals ?? {}), found);
    for (const day of new Set([...Object.keys(is?.days ?? {}), ...Object.keys(shouldBe?.days ?? {})]))
      sumOf(shouldBe?.days[day] ?? {}).judge(`usage/${month} on ${day}`, sumOf(is?.days[day] ?? {}), found);
  }
}
