import { Stripe } from 'stripe';
import { beforeEach, expect, it } from 'vitest';
import { createStripeDouble } from '../../tests/support/stripe/double.ts';
import { setUpAccount } from './set-up-plans.ts';

let stripe: Stripe;

beforeEach(() => {
  const double = createStripeDouble({ now: () => 1_772_366_400_000, webhook: { secret: 'whsec_test' } });
  stripe = new Stripe('sk_test_double', { httpClient: Stripe.createFetchHttpClient(double.fetch) });
});

const right = {
  display_name: 'Orders',
  event_name: 'tenantry_orders',
  default_aggregation: { formula: 'sum' },
  customer_mapping: { event_payload_key: 'stripe_customer_id', type: 'by_id' },
  value_settings: { event_payload_key: 'value' },
} as const satisfies Stripe.Billing.MeterCreateParams;
const meters = async () => (await stripe.billing.meters.list({ status: 'active' })).data;

it('leaves a meter alone that adds up what it is told, whatever it is called', async () => {
  await stripe.billing.meters.create(right);
  expect(await setUpAccount(stripe)).not.toContain('made the meter tenantry_orders');
  expect(await meters()).toHaveLength(4);
  expect(await setUpAccount(stripe)).toEqual([]);
});

it.each([
  ['formula is count and not sum', { default_aggregation: { formula: 'count' } }],
  ['customer key is who and not stripe_customer_id', { customer_mapping: { event_payload_key: 'who', type: 'by_id' } }],
  ['time window is day and not none', { event_time_window: 'day' }],
  ['value key is amount and not value', { value_settings: { event_payload_key: 'amount' } }],
] satisfies [string, Partial<Stripe.Billing.MeterCreateParams>][])(
  'says at every run what to do about one whose %s, and sets up the rest',
  async (how, differing) => {
    const { id } = await stripe.billing.meters.create({ ...right, ...differing });
    const [before] = await meters();
    const first = setUpAccount(stripe);
    await expect(first).rejects.toThrow(`The meter tenantry_orders (${id}) counts otherwise: its ${how}.`);
    await expect(first).rejects.toThrow('made the portal’s configuration');
    expect((await meters()).map(({ event_name }) => event_name)).toContain('tenantry_exports');
    await expect(setUpAccount(stripe)).rejects.toThrow(/its .* and not .*Deactivate it/s);
    expect((await meters()).find((each) => each.id === id)).toEqual(before);

    await stripe.billing.meters.deactivate(id);
    expect(await setUpAccount(stripe)).toEqual(['made the meter tenantry_orders']);
    expect(await setUpAccount(stripe)).toEqual([]);
  },
);

it('takes a meter up again that was deactivated, with what it counted', async () => {
  await setUpAccount(stripe);
  const ours = (await meters()).find(({ event_name }) => event_name === right.event_name);
  await stripe.billing.meters.deactivate(ours?.id ?? '');
  expect(await setUpAccount(stripe)).toEqual(['took up the meter tenantry_orders again']);
  expect((await meters()).map(({ id }) => id)).toContain(ours?.id);
});
