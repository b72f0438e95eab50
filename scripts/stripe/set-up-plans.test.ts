import { priceTable } from '../../model/src/billing/price-table.ts';
import { Stripe } from 'stripe';
import { beforeEach, expect, it } from 'vitest';
import { createStripeDouble } from '../../tests/support/stripe/double.ts';
import { setUpAccount } from './set-up-plans.ts';

type Recurring = Stripe.PriceCreateParams.Recurring;

const key = 'tenantry_pro_month';
const monthly = priceTable.find(({ lookupKey }) => lookupKey === key);
const plain = {
  product: 'tenantry_pro',
  currency: 'eur',
  unit_amount: monthly?.unitAmount ?? 0,
  recurring: { interval: 'month' },
  lookup_key: key,
  transfer_lookup_key: true,
  metadata: { tenantry_plan: 'pro' },
} as const satisfies Stripe.PriceCreateParams;

let stripe: Stripe;

beforeEach(async () => {
  const double = createStripeDouble({ now: () => 1_772_366_400_000, webhook: { secret: 'whsec_test' } });
  stripe = new Stripe('sk_test_double', { httpClient: Stripe.createFetchHttpClient(double.fetch) });
  await setUpAccount(stripe);
  await stripe.products.create({ id: 'another', name: 'Another' });
});

const onSale = async () => (await stripe.prices.list({ lookup_keys: [key] })).data[0];
const meterId = async () => (await stripe.billing.meters.list()).data[0]?.id ?? '';

it('leaves a price alone that is as the plan table says, whoever made it', async () => {
  const { id } = await stripe.prices.create(plain);
  // The portal sells by ids.
  await setUpAccount(stripe);
  expect(await onSale()).toMatchObject({ id, active: true });
  expect(await setUpAccount(stripe)).toEqual([]);
});

it.each([
  ['another amount', { unit_amount: 1 }],
  ['another currency', { currency: 'usd' }],
  ['another interval', { recurring: { interval: 'year' } }],
  ['three months at a time', { recurring: { interval: 'month', interval_count: 3 } }],
  [
    'use',
    async () => ({ recurring: { interval: 'month', usage_type: 'metered', meter: await meterId() } as Recurring }),
  ],
  ['no plan of ours', { metadata: {} }],
] satisfies [string, Partial<Stripe.PriceCreateParams> | (() => Promise<Partial<Stripe.PriceCreateParams>>)][])(
  'has another price take the place of one for %s',
  async (_what, differing) => {
    const wrong = await stripe.prices.create({
      ...plain,
      ...(typeof differing === 'function' ? await differing() : differing),
    });
    expect(await setUpAccount(stripe)).toContain(`replaced the price ${key}`);
    const { id: _id, created: _created, ...right } = (await onSale()) ?? {};
    expect(right).toMatchObject({
      active: true,
      product: plain.product,
      currency: 'eur',
      unit_amount: plain.unit_amount,
      recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
    });
    expect(await stripe.prices.retrieve(wrong.id)).toMatchObject({ active: false, lookup_key: null });
    expect(await setUpAccount(stripe)).toEqual([]);
  },
);

it('takes its name from a price of another product, which is its owner’s and stays on sale', async () => {
  const theirs = await stripe.prices.create({ ...plain, product: 'another' });
  expect(await setUpAccount(stripe)).toContain(`replaced the price ${key}`);
  expect(await onSale()).toMatchObject({ product: 'tenantry_pro' });
  expect(await stripe.prices.retrieve(theirs.id)).toMatchObject({ active: true, lookup_key: null });
  expect(await setUpAccount(stripe)).toEqual([]);
});
