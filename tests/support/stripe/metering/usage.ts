import type { Account } from '../account/account.ts';
import type { Period } from '../subscriptions/period.ts';

/** One act that was counted by a meter. */
export type MeterEntry = {
  readonly identifier: string;
  readonly customer: string;
  readonly value: number;
  /** When it happened, and when the double was told, in seconds. */
  readonly timestamp: number;
  readonly toldAt: number;
  readonly isCancelled: boolean;
};

export const entriesKey = (meter: string): string => `meter-events/${meter}`;

export function entriesOf(account: Account, meter: string): readonly MeterEntry[] {
  return (account.notes.get(entriesKey(meter)) as readonly MeterEntry[] | undefined) ?? [];
}

/** What a customer used within a period, by the meter's own way of adding up. */
export function usageOf(account: Account, meter: string, customer: string, { start, end }: Period): number {
  const formula = account.store.table('billing.meter').get(meter)?.default_aggregation.formula ?? 'sum';
  const values = entriesOf(account, meter)
    .filter(
      (each) => each.customer === customer && !each.isCancelled && each.timestamp >= start && each.timestamp < end,
    )
    .map(({ value }) => value);
  if (formula === 'count') return values.length;
  if (formula === 'last') return values.at(-1) ?? 0;
  return values.reduce((sum, value) => sum + value, 0);
}
