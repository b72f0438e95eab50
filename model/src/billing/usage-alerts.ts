import type { Limits } from '../plans.ts';
import { type Meter, meters, meterTerms } from './meters.ts';

/** At which shares of a limit, in percent, owners are told. */
export const alertPercents = [80, 100] as const;
export type AlertPercent = (typeof alertPercents)[number];

/** What was told of a meter last; `month` (`yyyy-mm`) matters to what begins anew each month. */
export type ToldAlert = { readonly percent: AlertPercent; readonly month: string };
export type ToldAlerts = Partial<Readonly<Record<Meter, ToldAlert>>>;

/** An alert that is due: how much of how much is used. */
export type UsageAlert = {
  readonly meter: Meter;
  readonly percent: AlertPercent;
  readonly used: number;
  readonly limit: number;
};

/** The highest share that was reached, if any. */
export function alertPercentOf(used: number, limit: number | null): AlertPercent | undefined {
  if (limit === null || used <= 0) return undefined;
  return alertPercents.findLast((percent) => used * 100 >= limit * percent);
}

/**
 * Which alerts are due, and what has been told once they are. Each share is told once: of what is counted by the month once a month, of what
 * stands once, until it falls below again.
 */
export function alertsDue(
  used: Partial<Readonly<Record<Meter, number>>>,
  limits: Limits,
  told: ToldAlerts,
  month: string,
): { readonly due: readonly UsageAlert[]; readonly told: ToldAlerts } {
  const due: UsageAlert[] = [];
  const after: Partial<Record<Meter, ToldAlert>> = {};
  for (const meter of meters) {
    const { counts, limit: key } = meterTerms(meter);
    const limit = key === null ? null : limits[key];
    const count = used[meter] ?? 0;
    const percent = alertPercentOf(count, limit);
    if (percent === undefined || limit === null) continue;
    const last = told[meter];
    const counted = last !== undefined && (counts === 'standing' || last.month === month);
    if (!counted || last.percent < percent) due.push({ meter, percent, used: count, limit });
    after[meter] = counted && last.percent === percent ? last : { percent, month };
  }
  return { due, told: after };
}
