import { beforeEach, describe, expect, test } from 'vitest';
import { idOf } from '../account/store.ts';
import { catalogue, customerWith, day, start, trial, type Catalogue, type Trial } from './client.ts';

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
