import { type Meter, meterEventName, meters } from '../../model/src/billing/meters.ts';
import type { Stripe } from 'stripe';

const displayNames = {
  orders: 'Orders placed',
  seats: 'Seats',
  products: 'Products',
  exports: 'Exports',
} as const satisfies Record<Meter, string>;

/** What usage is told in: sums, so that an hour's or a day's events may not be made one, which would be looked for in vain in their minute. */
const counting = {
  default_aggregation: { formula: 'sum' },
  customer_mapping: { event_payload_key: 'stripe_customer_id', type: 'by_id' },
  value_settings: { event_payload_key: 'value' },
} as const satisfies Partial<Stripe.Billing.MeterCreateParams>;

export type MetersSetUp = {
  /** What was done, in words. */
  readonly changes: readonly string[];
  /** What is wrong, and what to do about it by hand, in words. */
  readonly faults: readonly string[];
};

/**
 * Brings an account's meters in step with the billable acts of the plan table; each adds up what it is told. Safe to run again. One that
 * counts otherwise is left as it is: Stripe changes none, and what hangs on it is its owner's to judge.
 */
export async function setUpMeters(stripe: Stripe): Promise<MetersSetUp> {
  const present = await stripe.billing.meters.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const changes: string[] = [];
  const faults: string[] = [];
  for (const meter of meters) {
    const ours = present.filter(({ event_name }) => event_name === meterEventName(meter));
    const active = ours.find(({ status }) => status === 'active');
    const resting = ours.find((each) => differencesOf(each).length === 0);
    if (active) faults.push(...faultOf(active));
    else if (resting) {
      await stripe.billing.meters.reactivate(resting.id);
      changes.push(`took up the meter ${meterEventName(meter)} again`);
    } else {
      await stripe.billing.meters.create({
        display_name: displayNames[meter],
        event_name: meterEventName(meter),
        ...counting,
      });
      changes.push(`made the meter ${meterEventName(meter)}`);
    }
  }
  return { changes, faults };
}

function faultOf(meter: Stripe.Billing.Meter): string[] {
  const differences = differencesOf(meter);
  if (differences.length === 0) return [];
  return [
    `The meter ${meter.event_name} (${meter.id}) counts otherwise: its ${differences.join(', its ')}. Stripe lets nobody change that. ` +
      'Deactivate it in Stripe’s dashboard, once no price needs it, and run this again. Should Stripe keep its name for it, give ours ' +
      'another one: meterEventName in model/src/billing/meters.ts.',
  ];
}

/** In what a meter counts otherwise than it is to, in words. */
function differencesOf(meter: Stripe.Billing.Meter): string[] {
  const facts = [
    ['formula', meter.default_aggregation.formula, counting.default_aggregation.formula],
    ['customer key', meter.customer_mapping.event_payload_key, counting.customer_mapping.event_payload_key],
    ['value key', meter.value_settings.event_payload_key, counting.value_settings.event_payload_key],
    ['time window', meter.event_time_window ?? 'none', 'none'],
  ] as const;
  return facts.flatMap(([what, is, wanted]) => (is === wanted ? [] : [`${what} is ${is} and not ${wanted}`]));
}
