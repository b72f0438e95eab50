import { meterTerms } from '@tenantry/model/billing/meters';
import { daysOfMonth, type MeterForecast } from '@tenantry/model/billing/usage-forecast';
import { daysIn, monthOf, startOfMonth } from '@tenantry/model/billing/usage-month';
import type { UsageDocument } from '@tenantry/model/documents/usage';

/** A point of the chart: `x` from the month's beginning (0) to its end (100), `y` a count. */
type Point = { readonly x: number; readonly y: number };

/** What the chart draws. Counts are as they are; `top` is the highest that it has room for. */
export type ChartShape = {
  readonly top: number;
  /** By day what there was at its end, today's at this moment. */
  readonly past: readonly Point[];
  /** From now to the month's end. */
  readonly ahead: readonly [Point, Point];
  /** Absent where there is none, or where it lies so far above that the rest would be flat. */
  readonly limit: number | undefined;
  readonly days: readonly { readonly day: string; readonly quantity: number; readonly sum: number }[];
};

/** A limit that is further above what happens than this is said in words only. */
const limitShownWithin = 3;

/** The chart of one meter in the month of `now`. */
export function chartShape(
  usage: Pick<UsageDocument, 'days' | 'standing'> | undefined,
  forecast: MeterForecast,
  now: Date,
): ChartShape {
  const { meter, used, expected, limit } = forecast;
  const month = monthOf(now);
  const length = daysIn(month);
  const counted = daysOfMonth(month, usage, meter, now);
  const sum = counted.reduce((total, { quantity }) => total + quantity, 0);
  // Acts begin at nothing; what stands began with what it is now less what came since.
  const invited = meter === 'seats' ? (usage?.standing.invited ?? 0) : 0;
  let running = meterTerms(meter).counts === 'acts' ? 0 : Math.max(0, used - invited - sum);
  const first: Point = { x: 0, y: running };
  const days = counted.map((each) => ({ ...each, sum: (running += each.quantity) }));
  const present = ((now.getTime() - startOfMonth(month)) / (length * 86_400_000)) * 100;
  const ends = days.map(({ day, sum: y }) => ({ x: Math.min((Number(day) / length) * 100, present), y }));
  // Of invitations it is known how many are open, and not since when: they count from now on.
  const past = [first, ...ends, ...(invited > 0 ? [{ x: present, y: used }] : [])];
  const highest = Math.max(1, expected, ...past.map(({ y }) => y));
  const shown = limit !== null && limit <= highest * limitShownWithin ? limit : undefined;
  return {
    top: roundTop(Math.max(highest, shown ?? 0)),
    past,
    ahead: [past.at(-1) ?? first, { x: 100, y: expected }],
    limit: shown,
    days,
  };
}

/** The next number above that people like on an axis; at least 4, so that its half is one, too. */
export function roundTop(highest: number): number {
  const wanted = Math.max(4, highest * 1.05);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const candidates = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((factor) => factor * power);
  return candidates.find((each) => each >= wanted && each % 2 === 0) ?? 10 * power;
}

/** Points as an SVG path in a square of 100 by 100, up to `top`. */
export function pathOf(points: readonly Point[], top: number): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${heightOf(y, top)}`).join('');
}

/** From above, 0 to 100. */
export function heightOf(count: number, top: number): string {
  return (100 - (count / top) * 100).toFixed(2);
}
