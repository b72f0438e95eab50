import { beforeEach, describe, expect, test } from 'vitest';
import { trial, type Trial } from './client.ts';

let { stripe }: Trial = trial();

beforeEach(() => {
  ({ stripe } = trial());
});

describe('a list', () => {
  test('comes in pages, newest first, both ways', async () => {
    const made: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) made.unshift((await stripe.customers.create({ name })).id);
    const first = await stripe.customers.list({ limit: 2 });
    expect([first.data.map(({ id }) => id), first.has_more]).toEqual([made.slice(0, 2), true]);
    const last = await stripe.customers.list({ limit: 3, starting_after: made[1] ?? '' });
    expect([last.data.map(({ id }) => id), last.has_more]).toEqual([made.slice(2), false]);
    const before = await stripe.customers.list({ limit: 2, ending_before: made[4] ?? '' });
    expect([before.data.map(({ id }) => id), before.has_more]).toEqual([made.slice(2, 4), true]);
    expect((await stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 })).map(({ id }) => id)).toEqual(
      made,
    );
    await expect(stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
  });

  test('of prices is found by look-up keys, which move from price to price', async () => {
    const { id: product } = await stripe.products.create({ name: 'Pro' });
    const price = {
      product,
      currency: 'eur',
      unit_amount: 1000,
      lookup_key: 'pro',
      recurring: { interval: 'month' as const },
    };
    const first = await stripe.prices.create(price);
    await expect(stripe.prices.create(price)).rejects.toMatchObject({ param: 'lookup_key' });
    const second = await stripe.prices.create({ ...price, transfer_lookup_key: true });
    expect((await stripe.prices.list({ lookup_keys: ['pro'] })).data.map(({ id }) => id)).toEqual([second.id]);
    expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  });
});

test('expands what ids stand for, and refuses what is none', async () => {
  const { id } = await stripe.customers.create({
    email: 'mia@shop.example',
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const expanded = await stripe.customers.retrieve(id, {
    expand: ['invoice_settings.default_payment_method', 'subscriptions'],
  });
  expect(expanded).toMatchObject({
    invoice_settings: { default_payment_method: { card: { last4: '4242' } } },
    subscriptions: { data: [] },
  });
  await expect(stripe.customers.retrieve(id, { expand: ['email.domain'] })).rejects.toMatchObject({ param: 'expand' });
  const own = await stripe.products.create({ id: 'tenantry_pro', name: 'Pro' });
  const price = { product: own.id, currency: 'eur', unit_amount: 1, expand: ['product'] };
  expect((await stripe.prices.create(price)).product).toMatchObject({ id: own.id, name: 'Pro' });
  const listed = await stripe.customers.list({ expand: ['data.invoice_settings.default_payment_method'] });
  expect(listed.data[0]?.invoice_settings.default_payment_method).toMatchObject({ object: 'payment_method' });
});

test('a deleted customer says so, and its subscription is cancelled', async () => {
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const price = await stripe.prices.create({
    product,
    currency: 'eur',
    unit_amount: 1000,
    recurring: { interval: 'month' },
  });
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] });
  await stripe.customers.del(customer.id);
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
  expect((await stripe.subscriptions.list({ customer: customer.id, status: 'all' })).data).toHaveLength(1);
  await expect(stripe.customers.update(customer.id, { name: 'Mia' })).rejects.toMatchObject({ statusCode: 404 });
});
