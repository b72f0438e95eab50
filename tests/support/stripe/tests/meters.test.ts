import { beforeEach, expect, test } from 'vitest';
import { catalogue, customerWith, day, start, trial, type Trial } from './client.ts';

let { double, stripe }: Trial = trial();
let customer = '';
let meter = '';

beforeEach(async () => {
  ({ double, stripe } = trial());
  customer = (await customerWith(stripe)).id;
  const made = await stripe.billing.meters.create({
    event_name: 'orders',
    display_name: 'Orders',
    default_aggregation: { formula: 'sum' },
  });
  meter = made.id;
});

const tell = (identifier: string, value = 1, timestamp?: number): Promise<unknown> =>
  stripe.billing.meterEvents.create({
    event_name: 'orders',
    identifier,
    payload: { stripe_customer_id: customer, value: String(value) },
    ...(timestamp === undefined ? {} : { timestamp }),
  });
const total = async (): Promise<number | undefined> => {
  const range = { customer, start_time: start - 60 * day, end_time: start + 60 * day };
  return (await stripe.billing.meters.listEventSummaries(meter, range)).data[0]?.aggregated_value;
};

test('an identifier is refused within 24 hours, and counts again after them', async () => {
  await tell('a', 2);
  await expect(tell('a', 2)).rejects.toMatchObject({
    statusCode: 400,
    message: 'An event already exists with identifier a.',
  });
  expect(await total()).toBe(2);
  double.clock.advance(day - 1);
  await expect(tell('a', 2)).rejects.toMatchObject({ statusCode: 400 });
  double.clock.advance(1);
  await tell('a', 2);
  expect(await total()).toBe(4);
});

test('an event may be 35 days old or 5 minutes ahead, and not a second more', async () => {
  await tell('old', 1, start - 35 * day);
  await tell('ahead', 1, start + 300);
  await expect(tell('older', 1, start - 35 * day - 1)).rejects.toMatchObject({ param: 'timestamp' });
  await expect(tell('further', 1, start + 301)).rejects.toMatchObject({ param: 'timestamp' });
  expect(await total()).toBe(2);
});

test('an adjustment takes an event back', async () => {
  await tell('a', 2);
  await tell('b', 3);
  const cancel = { event_name: 'orders', type: 'cancel' as const, cancel: { identifier: 'a' } };
  expect(await stripe.billing.meterEventAdjustments.create(cancel)).toMatchObject({ status: 'complete' });
  expect(await total()).toBe(3);
});

test('an event of no meter, of no customer or without a number is refused', async () => {
  const payload = { stripe_customer_id: customer, value: '1' };
  const refusals = [
    { event_name: 'nothing', payload },
    { event_name: 'orders', payload: { ...payload, stripe_customer_id: 'cus_none' } },
    { event_name: 'orders', payload: { ...payload, value: 'many' } },
  ];
  for (const params of refusals)
    await expect(stripe.billing.meterEvents.create(params)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
    });
  await stripe.billing.meterEvents.create({ event_name: 'orders', payload });
  expect(await total()).toBe(1);
});

test('summaries by the day hold each day’s own', async () => {
  await tell('a', 2);
  await tell('b', 3, start - day);
  const midnight = start - 12 * 3600;
  const range = {
    customer,
    start_time: midnight - day,
    end_time: midnight + day,
    value_grouping_window: 'day' as const,
  };
  const { data } = await stripe.billing.meters.listEventSummaries(meter, range);
  expect(data.map(({ start_time, aggregated_value }) => [start_time, aggregated_value])).toEqual([
    [midnight, 2],
    [midnight - day, 3],
  ]);
});

test('what was used is on the invoice of the period after it', async () => {
  const { product } = await catalogue(stripe);
  const metered = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 10,
    recurring: { interval: 'month', usage_type: 'metered', meter },
  });
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: metered.id }] });
  await tell('a', 7, start + 60);
  double.clock.advance(31 * day + 3600);
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  expect(invoice).toMatchObject({ status: 'paid', total: 70 });
});
