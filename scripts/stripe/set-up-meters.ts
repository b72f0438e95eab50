import { type Meter, meterEventName, meters } from '../../model/src/billing/meters.ts';
import type { Stripe } from 'stripe';

const displayNames = {
  orders: 'Orders placed',
  seats: 'Seats',
  products: 'Products',
  exports: 'Exports',
} as const satisfies Record<Meter, string>;

/**
 * Brings an account's meters in step with the billable acts of the plan table; each adds up what it is told. Safe to run again.
 * Answers what was done, in words.
 */
export async function setUpMeters(stripe: Stripe): Promise<readonly string[]> {
  const { data } = await stripe.billing.meters.list({ status: 'active', limit: 100 });
  const present = new Set(data.map(({ event_name }) => event_name));
  const missing = meters.filter((meter) => !present.has(meterEventName(meter)));
  for (const meter of missing) {
    await stripe.billing.meters.create({
      display_name: displayNames[meter],
      event_name: meterEventName(meter),
      default_aggregation: { formula: 'sum' },
      customer_mapping: { event_payload_key: 'stripe_customer_id', type: 'by_id' },
      value_settings: { event_payload_key: 'value' },
    });
  }
  return missing.map((meter) => `made the meter ${meterEventName(meter)}`);
}
