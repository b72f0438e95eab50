import type { Meter } from '@tenantry/model/billing/meters';
import { startOfMonth } from '@tenantry/model/billing/usage-month';
import { m } from '../../paraglide/messages.js';
import { usePersonLocale } from '../../shared/tenant/use-user.ts';

const names = {
  orders: m.usage_orders,
  seats: m.usage_seats,
  products: m.usage_products,
  exports: m.usage_exports,
} satisfies Record<Meter, () => string>;

/** What people call what is counted. */
export function meterName(meter: Meter): string {
  return names[meter]();
}

type UsageWords = {
  readonly count: (count: number) => string;
  /** A day, from milliseconds: the months are those of UTC, and so are the days. */
  readonly day: (at: number) => string;
  /** `2026-11` as people write it. */
  readonly month: (month: string) => string;
};

/** Numbers, days and months in the person's language. */
export function useUsageWords(): UsageWords {
  const locale = usePersonLocale();
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return {
    count: (count) => new Intl.NumberFormat(locale).format(count),
    day: (at) => dates({ day: 'numeric', month: 'long' }).format(at),
    month: (month) => dates({ month: 'long', year: 'numeric' }).format(startOfMonth(month)),
  };
}
