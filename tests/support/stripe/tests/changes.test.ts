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
/** Half of a period of 31 days. */
const half = 15.5 * day;

describe('a change in the middle of a period', () => {
  test('is charged at once where that is asked for, for the rest of the period', async () => {
    const { id, item } = await subscribe();
    double.clock.advance(half);
    const changed = await stripe.subscriptions.update(id, {
      items: [{ id: item, price: prices.bigger.id }],
      proration_behavior: 'always_invoice',
    });
    const invoice = await stripe.invoices.retrieve(idOf(changed.latest_invoice));
    expect(invoice).toMatchObject({ status: 'paid', billing_reason: 'subscription_update', total: 2000 });
    expect(invoice.lines.data.map(({ amount }) => amount)).toEqual([-1000, 3000]);
    expect(changed.items.data[0]).toMatchObject({
      id: item,
      quantity: 2,
      current_period_end: start + 31 * day,
      price: { id: prices.bigger.id },
    });
  });

  test('comes with the next invoice otherwise, and never where it is not prorated', async () => {
    const [{ id, item }, other] = [await subscribe(), await subscribe()];
    double.clock.advance(half);
    await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 4 }] });
    await stripe.subscriptions.update(other.id, {
      items: [{ id: other.item, quantity: 4 }],
      proration_behavior: 'none',
    });
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
    double.clock.advance(half + 3600);
    expect((await stripe.invoices.list({ subscription: id })).data[0]).toMatchObject({
      status: 'paid',
      total: 4000 + 1000,
    });
    expect((await stripe.invoices.list({ subscription: other.id })).data[0]).toMatchObject({ total: 4000 });
  });

  test('to another rhythm begins a period at once, with what was not used taken off', async () => {
    const { id, item } = await subscribe();
    double.clock.advance(half);
    const yearly = await stripe.subscriptions.update(id, {
      items: [{ id: item, price: prices.yearly.id }],
      expand: ['latest_invoice'],
    });
    expect(yearly.latest_invoice).toMatchObject({ status: 'paid', total: 20_000 - 1000 });
    expect(yearly.items.data[0]).toMatchObject({ current_period_start: start + half });
    expect(new Date((yearly.items.data[0]?.current_period_end ?? 0) * 1000).toISOString()).toBe(
      '2027-03-17T00:00:00.000Z',
    );
  });

  test('to less leaves a balance, which the next invoice takes', async () => {
    const { id, item } = await subscribe();
    double.clock.advance(half);
    await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 1 }], proration_behavior: 'always_invoice' });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -500 });
    double.clock.advance(half + 3600);
    expect((await stripe.invoices.list({ subscription: id })).data[0]).toMatchObject({
      total: 1000,
      amount_due: 500,
      amount_paid: 500,
      starting_balance: -500,
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 0 });
  });

  test('that can’t be paid makes it past due, or is refused whole where that is asked for', async () => {
    const { id, item } = await subscribe();
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await stripe.subscriptions.update(id, { default_payment_method: bad.id });
    const change = { items: [{ id: item, quantity: 9 }], proration_behavior: 'always_invoice' as const };
    await expect(
      stripe.subscriptions.update(id, { ...change, payment_behavior: 'error_if_incomplete' }),
    ).rejects.toMatchObject({ statusCode: 402 });
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      status: 'active',
      items: { data: [{ quantity: 2 }] },
    });
    expect(await stripe.subscriptions.update(id, change)).toMatchObject({
      status: 'past_due',
      items: { data: [{ quantity: 9 }] },
    });
  });
});

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
