import type { Interval } from '@tenantry/model/billing/price-table';
import { m } from '../../../paraglide/messages.js';

const texts = {
  month: m.billing_seat_month,
  year: m.billing_seat_year,
} satisfies Record<Interval, (inputs: { amount: string }) => string>;

/** What one seat costs, as written money. */
export function seatPrice(amount: string, interval: Interval): string {
  return texts[interval]({ amount });
}
