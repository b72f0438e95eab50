import { addQuantities, type Meter } from '@tenantry/model/billing/meters';
import { dayOf } from '@tenantry/model/billing/usage-month';
import type { CountersDocument } from '@tenantry/model/documents/tenants';
import type { UsageDocument, UsageEventDocument } from '@tenantry/model/documents/usage';

/** What a month's events come to. */
type Sums = Pick<UsageDocument, 'month' | 'totals' | 'days'>;

export const emptyMonth = (month: string): Sums => ({ month, totals: {}, days: {} });

/** A month's sums with some of its events more. */
export function withEvents(sums: Sums, events: readonly UsageEventDocument[]): Sums {
  return events.reduce<Sums>(({ month, totals, days }, { meter, quantity, at }) => {
    const day = dayOf(at.toDate());
    const added = { [meter]: quantity };
    return {
      month,
      totals: addQuantities(totals, added),
      days: { ...days, [day]: addQuantities(days[day] ?? {}, added) },
    };
  }, sums);
}

/** What stands, as the plan's limits count it. */
export function standingNow({ seatsUsed, seatsInvited, products }: CountersDocument): UsageDocument['standing'] {
  return { seats: seatsUsed, invited: seatsInvited, products };
}

/** How a month ended, with events of it that were counted in the next one. */
export function withLate(
  { seats, invited, products }: UsageDocument['standing'],
  events: readonly UsageEventDocument[],
): UsageDocument['standing'] {
  const sumOf = (of: Meter) => events.reduce((sum, { meter, quantity }) => sum + (meter === of ? quantity : 0), 0);
  return { seats: seats + sumOf('seats'), invited, products: products + sumOf('products') };
}
