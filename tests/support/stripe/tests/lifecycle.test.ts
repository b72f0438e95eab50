import { beforeEach, describe, expect, test } from 'vitest';
import { idOf } from '../account/store.ts';
import { catalogue, customerWith, day, start, trial, typesSince, type Catalogue, type Trial } from './client.ts';

let { double, stripe }: Trial = trial();
let prices: Catalogue;
let customer = '';

beforeEach(async () => {
  ({ double, stripe } = trial());
  prices = await catalogue(stripe);
  customer = (await customerWith(stripe)).id;
});

const subscribe = async (params: Readonly<Record<string, unknown>> = {}): Promise<{ id: string; item: string }> => {
  const { id, items } = await stripe.subscriptions.create({
    customer,
    items: [{ price: prices.monthly.id, quantity: 2 }],
    ...params,
  });
  return { id, item: items.data[0]?.id ?? '' };
};

describe('a trial', () => {
  test('tells three days before its end, ends with an invoice and goes on when that is paid', async () => {
    const { id } = await subscribe({ trial_period_days: 14 });
    expect(await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })).toMatchObject({
      status: 'trialing',
      latest_invoice: { amount_due: 0, status: 'paid' },
    });
    let before = double.events().length;
    double.clock.advance(11 * day - 1);
    expect(typesSince(double, before)).toEqual([]);
    double.clock.advance(1);
    expect(typesSince(double, before)).toEqual(['customer.subscription.trial_will_end']);
    before = double.events().length;
    double.clock.advance(3 * day + 3600);
    expect(typesSince(double, before)).toContain('invoice.paid');
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      status: 'active',
      items: { data: [{ current_period_start: start + 14 * day }] },
    });
  });

  test.each([
    ['cancel', 'canceled'],
    ['pause', 'paused'],
    ['create_invoice', 'past_due'],
  ] as const)('of who has no card ends as was asked: %s makes it %s', async (behavior, status) => {
    const { id: poor } = await stripe.customers.create();
    const { id } = await subscribe({
      customer: poor,
      trial_period_days: 14,
      trial_settings: { end_behavior: { missing_payment_method: behavior } },
    });
    double.clock.advance(14 * day + 3600);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe(status);
    if (status !== 'paused') return;
    await stripe.customers.update(poor, { invoice_settings: { default_payment_method: 'pm_card_visa' } });
    expect(await stripe.subscriptions.resume(id, { billing_cycle_anchor: { type: 'now' } })).toMatchObject({
      status: 'active',
    });
  });
});

test('a card whose bank asks leaves a subscription incomplete until the payment is confirmed', async () => {
  const { id: asked } = await customerWith(stripe, 'pm_card_authenticationRequired');
  const before = double.events().length;
  const { id } = await subscribe({ customer: asked });
  expect(await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice.confirmation_secret'] })).toMatchObject({
    status: 'incomplete',
    latest_invoice: { status: 'open', confirmation_secret: { type: 'payment_intent' } },
  });
  expect(typesSince(double, before)).toContain('invoice.payment_action_required');
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  await stripe.invoices.pay(invoice?.id ?? '', { payment_method: 'pm_card_visa' });
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
});

test('after the last attempt a subscription is cancelled where the account is set so', async () => {
  ({ double, stripe } = trial({ billing: { afterRetries: 'canceled', retryDays: [1] } }));
  prices = await catalogue(stripe);
  customer = (await customerWith(stripe)).id;
  const { id } = await subscribe();
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
  await stripe.subscriptions.update(id, { default_payment_method: bad.id });
  double.clock.advance(33 * day);
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: 'canceled',
    cancellation_details: { reason: 'payment_failed' },
  });
  expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);
  expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).toHaveLength(1);
});

test('a charge is given back in parts, and not more than it was', async () => {
  await subscribe();
  const [charge] = (await stripe.charges.list({ customer })).data;
  await stripe.refunds.create({ charge: charge?.id ?? '', amount: 500 });
  await expect(stripe.refunds.create({ charge: charge?.id ?? '', amount: 1501 })).rejects.toMatchObject({
    param: 'amount',
  });
  await stripe.refunds.create({ payment_intent: idOf(charge?.payment_intent ?? null) });
  expect(await stripe.charges.retrieve(charge?.id ?? '')).toMatchObject({ refunded: true, amount_refunded: 2000 });
  expect((await stripe.events.list({ type: 'charge.refunded' })).data).toHaveLength(2);
});

test('what follows a test clock moves with it, and nothing else does', async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start - 100 * day });
  const { id: frozen } = await customerWith(stripe, 'pm_card_visa', { test_clock: clock.id });
  const [simulated, real] = [await subscribe({ customer: frozen }), await subscribe()];
  expect(await stripe.subscriptions.retrieve(simulated.id)).toMatchObject({
    created: start - 100 * day,
    test_clock: clock.id,
  });
  const advanced = await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start - 60 * day });
  expect(advanced).toMatchObject({ status: 'ready', frozen_time: start - 60 * day });
  expect((await stripe.invoices.list({ subscription: simulated.id })).data).toHaveLength(2);
  expect((await stripe.invoices.list({ subscription: real.id })).data).toHaveLength(1);
  double.clock.advance(40 * day);
  expect((await stripe.invoices.list({ subscription: simulated.id })).data).toHaveLength(2);
  expect((await stripe.invoices.list({ subscription: real.id })).data).toHaveLength(2);
  await stripe.testHelpers.testClocks.del(clock.id);
  expect(await stripe.customers.retrieve(frozen)).toMatchObject({ deleted: true });
});
