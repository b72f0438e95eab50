import { idOf } from '../account/store.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue, customerWith, day, start, trial, typesSince, type Catalogue, type Trial } from './client.ts';

let { double, stripe }: Trial = trial();
let prices: Catalogue;

beforeEach(async () => {
  ({ double, stripe } = trial());
  prices = await catalogue(stripe);
});

const statusOf = async (id: string): Promise<string> => (await stripe.subscriptions.retrieve(id)).status;

describe('a new subscription', () => {
  test('is active once its first invoice is paid, and its period is on its items', async () => {
    const customer = await customerWith(stripe);
    const before = double.events().length;
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: prices.monthly.id, quantity: 3 }],
      expand: ['latest_invoice'],
    });
    expect(subscription.status).toBe('active');
    expect(subscription.items.data[0]).toMatchObject({
      current_period_start: start,
      current_period_end: start + 31 * day,
      quantity: 3,
    });
    expect(subscription.latest_invoice).toMatchObject({
      status: 'paid',
      amount_paid: 3000,
      billing_reason: 'subscription_create',
    });
    expect(typesSince(double, before)).toEqual([
      'customer.subscription.created',
      'invoice.created',
      'customer.subscription.updated',
      'invoice.finalized',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
    ]);
  });

  test('whose card is declined is incomplete, and expires after 23 hours with its invoice', async () => {
    const customer = await customerWith(stripe, 'pm_card_chargeCustomerFail');
    const { id, status, latest_invoice } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: prices.monthly.id }],
    });
    expect(status).toBe('incomplete');
    double.clock.advance(23 * 3600 - 1);
    expect(await statusOf(id)).toBe('incomplete');
    double.clock.advance(1);
    expect(await statusOf(id)).toBe('incomplete_expired');
    expect((await stripe.invoices.retrieve(idOf(latest_invoice))).status).toBe('void');
  });

  test('that must not be incomplete is refused with the card’s error, and nothing is left of it', async () => {
    const customer = await customerWith(stripe, 'pm_card_chargeCustomerFail');
    const params = {
      customer: customer.id,
      items: [{ price: prices.monthly.id }],
      payment_behavior: 'error_if_incomplete' as const,
    };
    await expect(stripe.subscriptions.create(params)).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      statusCode: 402,
    });
    expect((await stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
  });
});

describe('a renewal', () => {
  test('is drafted when the period ends and paid an hour later', async () => {
    const customer = await customerWith(stripe);
    const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: prices.monthly.id }] });
    double.clock.advance(31 * day);
    const [drafted] = (await stripe.invoices.list({ subscription: id })).data;
    expect(drafted).toMatchObject({ status: 'draft', billing_reason: 'subscription_cycle', amount_due: 1000 });
    double.clock.advance(3600);
    expect((await stripe.invoices.retrieve(drafted?.id ?? '')).status).toBe('paid');
    const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
    expect(item?.current_period_end).toBe(start + (31 + 30) * day);
  });

  test('that fails makes it past due, is tried on days 1, 3, 5 and 7, and then makes it unpaid', async () => {
    const customer = await customerWith(stripe);
    const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: prices.monthly.id }] });
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: bad.id } });
    double.clock.advance(31 * day + 3600);
    const failed = (await stripe.invoices.list({ subscription: id })).data[0];
    expect(await statusOf(id)).toBe('past_due');
    expect(failed).toMatchObject({ status: 'open', attempt_count: 1, next_payment_attempt: start + 32 * day + 3600 });
    for (const [days, attempts] of [
      [1, 2],
      [2, 3],
      [2, 4],
    ] as const) {
      double.clock.advance(days * day);
      expect(await stripe.invoices.retrieve(failed?.id ?? '')).toMatchObject({ attempt_count: attempts });
      expect(await statusOf(id)).toBe('past_due');
    }
    double.clock.advance(2 * day);
    expect(await statusOf(id)).toBe('unpaid');
    expect(await stripe.invoices.retrieve(failed?.id ?? '')).toMatchObject({
      attempt_count: 5,
      next_payment_attempt: null,
      status: 'open',
    });
    await expect(stripe.invoices.pay(failed?.id ?? '')).rejects.toMatchObject({ type: 'StripeCardError' });
    expect(await stripe.invoices.pay(failed?.id ?? '', { payment_method: 'pm_card_visa' })).toMatchObject({
      status: 'paid',
    });
    expect(await statusOf(id)).toBe('active');
  });

  test('of a later period stays a draft while the subscription is unpaid, and brings it back when it is asked for and paid', async () => {
    const customer = await customerWith(stripe);
    const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: prices.monthly.id }] });
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: bad.id } });
    double.clock.advance(65 * day);
    const [draft, asked] = (await stripe.invoices.list({ subscription: id })).data;
    expect([draft?.status, asked?.status]).toEqual(['draft', 'open']);
    await stripe.invoices.pay(asked?.id ?? '', { payment_method: 'pm_card_visa' });
    expect(await statusOf(id)).toBe('unpaid');
    await stripe.invoices.finalizeInvoice(draft?.id ?? '');
    await stripe.invoices.pay(draft?.id ?? '', { payment_method: 'pm_card_visa' });
    expect(await statusOf(id)).toBe('active');
  });

  test('that somebody tries to pay by hand, without success, keeps its schedule', async () => {
    const customer = await customerWith(stripe);
    const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: prices.monthly.id }] });
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
    await stripe.subscriptions.update(id, { default_payment_method: bad.id });
    double.clock.advance(31 * day + 3600);
    const failed = (await stripe.invoices.list({ subscription: id })).data[0];
    for (const _ of [1, 2, 3, 4, 5, 6])
      await expect(stripe.invoices.pay(failed?.id ?? '')).rejects.toMatchObject({ statusCode: 402 });
    const { attempt_count, next_payment_attempt } = await stripe.invoices.retrieve(failed?.id ?? '');
    expect([attempt_count, next_payment_attempt]).toEqual([1, start + 32 * day + 3600]);
    expect(await statusOf(id)).toBe('past_due');
  });
});
