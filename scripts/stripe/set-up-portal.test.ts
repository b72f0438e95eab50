import { portalMetadataKey, portalOf } from '../../model/src/billing/price-table.ts';
import { Stripe } from 'stripe';
import { beforeEach, expect, it } from 'vitest';
import { createStripeDouble, type StripeDouble } from '../../tests/support/stripe/double.ts';
import { setUpAccount } from './set-up-plans.ts';

type Features = Stripe.BillingPortal.ConfigurationUpdateParams.Features;

let double: StripeDouble;
let stripe: Stripe;
let id: string;

const expand = ['data.features.subscription_update.products'];
const all = async (): Promise<Stripe.BillingPortal.Configuration[]> =>
  (await stripe.billingPortal.configurations.list({ active: true, expand })).data;
const present = async () => (await all()).filter(({ metadata }) => portalOf(metadata) === 'plans');
const change = (features: Features) => stripe.billingPortal.configurations.update(id, { features });

/** What the portal of everybody offers. */
const always = {
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: { enabled: true, mode: 'at_period_end' },
  subscription_pause: { enabled: false },
} as const;

beforeEach(async () => {
  double = createStripeDouble({ now: () => 1_772_366_400_000, webhook: { secret: 'whsec_test' } });
  stripe = new Stripe('sk_test_double', { httpClient: Stripe.createFetchHttpClient(double.fetch) });
  expect(await setUpAccount(stripe)).toContain('made the portal’s configuration');
  id = (await present())[0]?.id ?? '';
});

it('lets people change plans, cancel and pay, keeps a trial and offers no seats', async () => {
  const [made, ...others] = await present();
  expect(others).toEqual([]);
  expect(made?.features).toMatchObject({
    ...always,
    subscription_update: {
      enabled: true,
      default_allowed_updates: ['price'],
      proration_behavior: 'create_prorations',
      trial_update_behavior: 'continue_trial',
    },
  });
  const products = made?.features.subscription_update.products ?? [];
  expect(products.map(({ product, prices }) => [product, prices.length])).toEqual([
    ['tenantry_pro', 2],
    ['tenantry_business', 2],
  ]);
  expect(products.every((each) => !each.adjustable_quantity.enabled)).toBe(true);
});

it('lets who owes pay and cancel, and change no plan, which would credit what nobody paid for', async () => {
  const [made, ...others] = (await all()).filter(({ metadata }) => portalOf(metadata) === 'owed');
  expect(others).toEqual([]);
  expect(made?.features).toMatchObject({
    ...always,
    subscription_update: { enabled: false },
  });
  await stripe.billingPortal.configurations.update(made?.id ?? '', {
    features: { subscription_cancel: { enabled: false }, invoice_history: { enabled: false } },
  });
  expect(await setUpAccount(stripe)).toEqual([
    'set the portal’s configuration for who owes: invoice_history, subscription_cancel differed',
  ]);
  expect((await all()).find(({ id: each }) => each === made?.id)?.features).toEqual(made?.features);
  expect(await setUpAccount(stripe)).toEqual([]);
});

it('changes nothing when it is run again, in whichever order the lists are told', async () => {
  const before = await present();
  const products = (before[0]?.features.subscription_update.products ?? []).map(({ product, prices }) => ({
    product,
    prices: prices.toReversed(),
  }));
  await change({ subscription_update: { products: products.toReversed() } });
  const requests = double.requests().length;
  expect(await setUpAccount(stripe)).toEqual([]);
  const asked = double.requests().slice(requests);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((each) => each.startsWith('POST'))).toEqual([]);
});

it.each([
  ['subscription_cancel', { subscription_cancel: { enabled: false } }],
  ['subscription_cancel', { subscription_cancel: { enabled: true, mode: 'immediately' } }],
  ['invoice_history', { invoice_history: { enabled: false } }],
  ['payment_method_update', { payment_method_update: { enabled: false } }],
  ['subscription_update', { subscription_update: { default_allowed_updates: ['price', 'quantity'] } }],
  ['subscription_update', { subscription_update: { proration_behavior: 'none' } }],
  ['subscription_update', { subscription_update: { trial_update_behavior: 'end_trial' } }],
  ['subscription_update', { subscription_update: { products: '' } }],
  [
    'subscription_update',
    { subscription_update: { schedule_at_period_end: { conditions: [{ type: 'shortening_interval' }] } } },
  ],
] satisfies [string, Features][])('repairs %s changed by hand to %j, and says so', async (name, features) => {
  const before = await present();
  await change(features);
  expect(await present()).not.toEqual(before);
  expect(await setUpAccount(stripe)).toEqual([`set the portal’s configuration: ${name} differed`]);
  expect(await present()).toEqual(before);
  expect(await setUpAccount(stripe)).toEqual([]);
});

it('repairs seats that are offered with one of the plans, and a pause', async () => {
  const before = await present();
  const products = (before[0]?.features.subscription_update.products ?? []).map(({ product, prices }, index) => ({
    product,
    prices,
    adjustable_quantity: { enabled: index === 1 },
  }));
  await change({ subscription_update: { products } });
  const { features } = double.account.get('billing_portal.configuration', id);
  const subscription_pause = { ...features.subscription_pause, enabled: true };
  double.account.change('billing_portal.configuration', id, { features: { ...features, subscription_pause } });
  expect(await setUpAccount(stripe)).toEqual([
    'set the portal’s configuration: subscription_pause, subscription_update differed',
  ]);
  expect(await present()).toEqual(before);
});

it('repairs what an older version made, in place, and leaves what is its owner’s', async () => {
  const before = await present();
  await stripe.billingPortal.configurations.update(id, {
    metadata: { [portalMetadataKey]: 'a digest of that version' },
    business_profile: { headline: 'Your plan' },
    features: {
      customer_update: { enabled: true, allowed_updates: ['tax_id'] },
      subscription_update: { trial_update_behavior: 'end_trial' },
    },
  });
  await setUpAccount(stripe);
  const [repaired, ...others] = await present();
  expect(others).toEqual([]);
  expect(repaired).toMatchObject({ id, business_profile: { headline: 'Your plan' } });
  expect(repaired?.features.customer_update).toEqual({ enabled: true, allowed_updates: ['tax_id'] });
  expect(repaired?.features.subscription_update).toEqual(before[0]?.features.subscription_update);
});

it('leaves an account’s other configurations alone', async () => {
  const other = { features: { invoice_history: { enabled: false } } };
  const { id: theirs } = await stripe.billingPortal.configurations.create(other);
  expect(await setUpAccount(stripe)).toEqual([]);
  expect((await stripe.billingPortal.configurations.retrieve(theirs)).features).toMatchObject(other.features);
});
