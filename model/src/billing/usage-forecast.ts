import type { UsageDocument } from '../documents/usage.ts';
import type { Limits } from '../plans.ts';
import { type Meter, meters, meterTerms } from './meters.ts';
import { dayOf, daysIn, monthAfter, monthOf, startOfMonth } from './usage-month.ts';

/** What one meter comes to in a month, beside what the plan allows. */
export type MeterForecast = {
  readonly meter: Meter;
  /** Acts so far this month; of a standing what there is. */
  readonly used: number;
  /** What it comes to by the month's end when things go on as they did lately; a whole number, never less than 0. */
  readonly expected: number;
  /** Null is without limit. */
  readonly limit: number | null;
  /** When the limit is reached if things go on so, in milliseconds; null when not before the month's end, or when it is. */
  readonly reachesLimitAt: number | null;
};

const dayLength = 86_400_000;
/** How many whole days a pace is taken from. */
const pastDays = 14;

type Months = ReadonlyMap<string, Pick<UsageDocument, 'totals' | 'days' | 'standing'>>;

/**
 * The forecast of every meter for the month of a moment, from the roll-ups by month: the pace of the last fourteen days, or of
 * as many as there are since the first roll-up, goes on.
 */
export function forecastUsage(months: Months, limits: Limits, now: Date): readonly MeterForecast[] {
  const month = monthOf(now);
  const present = months.get(month);
  const before = months.get(monthAfter(month, -1));
  const left = startOfMonth(monthAfter(month, 1)) - now.getTime();
  return meters.map((meter) => {
    const { counts, limit: limitKey } = meterTerms(meter);
    const used = counts === 'acts' ? (present?.totals[meter] ?? 0) : standingOf(meter, (present ?? before)?.standing);
    const pace = paceOf(meter, months, now);
    const limit = limitKey === null ? null : limits[limitKey];
    const expected = Math.max(counts === 'acts' ? used : 0, Math.round(used + pace * left));
    const reached = limit !== null && used < limit && pace > 0 ? now.getTime() + (limit - used) / pace : null;
    return {
      meter,
      used,
      expected,
      limit,
      reachesLimitAt: reached !== null && reached < now.getTime() + left ? reached : null,
    };
  });
}

/** What there is of a meter that stands, as the plan's limit counts it: who is invited has a seat kept. */
export function standingOf(meter: Meter, standing: UsageDocument['standing'] | undefined): number {
  if (meter === 'seats') return (standing?.seats ?? 0) + (standing?.invited ?? 0);
  return meter === 'products' ? (standing?.products ?? 0) : 0;
}

/** How much comes in a millisecond, by what came lately. */
function paceOf(meter: Meter, months: Months, now: Date): number {
  const first = firstDay(months);
  if (first === undefined) return 0;
  const stands = meterTerms(meter).counts === 'standing';
  // What a business begins with on its first day, its owner's seat say, is no growth.
  const from = Math.max(stands ? first + dayLength : first, startOfDay(now) - pastDays * dayLength);
  let sum = 0;
  for (let at = from; at <= now.getTime(); at += dayLength) {
    const day = new Date(at);
    sum += months.get(monthOf(day))?.days[dayOf(day)]?.[meter] ?? 0;
  }
  // A business of this morning is not ten times as busy as its first hours were.
  return sum / (stands ? pastDays * dayLength : Math.max(now.getTime() - from, dayLength));
}

function startOfDay(moment: Date): number {
  return Math.floor(moment.getTime() / dayLength) * dayLength;
}

/** The first day on which anything was used, in milliseconds. */
function firstDay(months: Months): number | undefined {
  const days = [...months].flatMap(([month, { days: used }]) =>
    Object.keys(used).map((day) => startOfMonth(month) + (Number(day) - 1) * dayLength),
  );
  return days.length === 0 ? undefined : Math.min(...days);
}

/** What each day of a month came to, from the first on; days to come are left out where `now` lies in it. */
export function daysOfMonth(month: string, usage: Pick<UsageDocument, 'days'> | undefined, meter: Meter, now: Date) {
  const until = month === monthOf(now) ? now.getUTCDate() : daysIn(month);
  return Array.from({ length: until }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    return { day, quantity: usage?.days[day]?.[meter] ?? 0 };
  });
}
