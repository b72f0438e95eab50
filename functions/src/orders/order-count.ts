import type { CountersDocument, TenantDocument } from '@tenantry/model/documents/tenants';
import { fitsLimit } from '@tenantry/model/plans';
import { Refusal } from '../platform/operations/errors.ts';

/** The number of the next order, and the counters once it is placed. */
export type OrderCount = { readonly number: number; readonly counters: Partial<CountersDocument> };

/**
 * Counts one order more. Staff are refused at the plan's limit (`plan-limit`); a customer's order never is: it
 * counts, and beyond the limit it is counted once more under `ordersOverPlan`, which is the flag.
 */
export function countOrder(
  counters: CountersDocument,
  { limits, plan }: Pick<TenantDocument, 'limits' | 'plan'>,
  { byStaff, now }: { readonly byStaff: boolean; readonly now: Date },
): OrderCount {
  const month = monthOf(now);
  const ordersThisMonth = (counters.ordersByMonth[month] ?? 0) + 1;
  const fits = fitsLimit(limits.ordersPerMonth, ordersThisMonth);
  if (!fits && byStaff) {
    const message = `Your plan has ${limits.ordersPerMonth} orders a month, and they are used. Choose a larger plan.`;
    throw new Refusal('plan-limit', message, { limit: limits.ordersPerMonth ?? 0, plan });
  }
  const number = counters.lastOrderNumber + 1;
  const ordersByMonth = { ...recent(counters.ordersByMonth, now), [month]: ordersThisMonth };
  if (fits) return { number, counters: { lastOrderNumber: number, ordersByMonth } };
  const over = counters.ordersOverPlan ?? {};
  const ordersOverPlan = { ...recent(over, now), [month]: (over[month] ?? 0) + 1 };
  return { number, counters: { lastOrderNumber: number, ordersByMonth, ordersOverPlan } };
}

/** The counts of the present and the former month; older ones go, so that the document stays small. */
function recent(counts: Readonly<Record<string, number>>, now: Date): Record<string, number> {
  const former = monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)));
  return Object.fromEntries(Object.entries(counts).filter(([month]) => month >= former));
}

/** `yyyy-mm`, in UTC. */
function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}
