import type Stripe from 'stripe';
import { day } from '../account/settings.ts';

export type Recurring = Pick<Stripe.Price.Recurring, 'interval' | 'interval_count'>;
export type Period = { readonly start: number; readonly end: number };

const seconds: Readonly<Record<string, number>> = { day, week: 7 * day };
const months: Readonly<Record<string, number>> = { month: 1, year: 12 };

/** The anchor and that many intervals; the 31st of a shorter month is its last day, and the 31st again after it. */
function step(anchor: number, intervals: number, { interval, interval_count }: Recurring): number {
  const fixed = seconds[interval];
  if (fixed !== undefined) return anchor + fixed * interval_count * intervals;
  const from = new Date(anchor * 1000);
  const month = from.getUTCMonth() + (months[interval] ?? 1) * interval_count * intervals;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const to = new Date(anchor * 1000);
  to.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay));
  return Math.floor(to.getTime() / 1000);
}

/** The period that begins at this time, for a cycle with this anchor: it ends at the next turn of the cycle. */
export function periodFrom(start: number, anchor: number, recurring: Recurring): Period {
  const longest =
    (seconds[recurring.interval] ?? (months[recurring.interval] ?? 1) * 31 * day) * recurring.interval_count;
  let intervals = Math.max(0, Math.floor((start - anchor) / longest));
  while (step(anchor, intervals, recurring) <= start) intervals += 1;
  return { start, end: step(anchor, intervals, recurring) };
}
