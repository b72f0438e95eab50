import { beforeEach, describe, expect, test } from 'vitest';
import type { WebhookCall } from '../webhooks/delivery.ts';
import { catalogue, customerWith, day, secret, trial, type Trial } from './client.ts';

let { double, stripe }: Trial = trial();
let arrived: WebhookCall[] = [];
/** What the endpoint answers, one after another; then 200. */
let answers: number[] = [];

beforeEach(() => {
  arrived = [];
  answers = [];
  const send = async (call: WebhookCall): Promise<number> => {
    arrived.push(call);
    return Promise.resolve(answers.shift() ?? 200);
  };
  ({ double, stripe } = trial({
    webhook: { secret, url: 'http://here.test/stripeWebhook', send, backoff: [60, 600] },
  }));
});

const idsOf = (calls: readonly WebhookCall[]): readonly string[] =>
  calls.map(({ body }) => (JSON.parse(body) as { id: string }).id);
const create = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await stripe.customers.create({ name: `Mia ${index}` });
};

test('a webhook is signed so that the SDK believes it, and no changed one', async () => {
  await create(1);
  await double.webhooks.pump();
  const [call] = arrived;
  const header = call?.headers['stripe-signature'] ?? '';
  const event = stripe.webhooks.constructEvent(call?.body ?? '', header, secret);
  expect(event).toMatchObject({
    type: 'customer.created',
    api_version: '2026-10-28.endive',
    data: { object: { name: 'Mia 0' } },
  });
  expect(event.request?.id).toMatch(/^req_/);
  expect(() => stripe.webhooks.constructEvent(`${call?.body ?? ''} `, header, secret)).toThrow('signature');
  expect(() => stripe.webhooks.constructEvent(call?.body ?? '', header, 'whsec_other')).toThrow('signature');
});

test('an event of a change says what was there before, and can be listed', async () => {
  const { id } = await stripe.customers.create({ name: 'Mia' });
  await stripe.customers.update(id, { name: 'Noah' });
  await stripe.customers.update(id, { name: 'Noah' });
  const { data } = await stripe.events.list({ type: 'customer.updated' });
  expect(data).toMatchObject([{ data: { object: { name: 'Noah' }, previous_attributes: { name: 'Mia' } } }]);
  expect(data[0]?.data.previous_attributes).toEqual({ name: 'Mia' });
});

describe('a delivery', () => {
  test('that fails is repeated after ever longer times, for three days', async () => {
    answers = [500, 500, 200];
    await create(1);
    await double.webhooks.pump();
    expect(arrived).toHaveLength(1);
    double.clock.advance(59);
    await double.webhooks.pump();
    expect(arrived).toHaveLength(1);
    double.clock.advance(1);
    await double.webhooks.pump();
    double.clock.advance(600);
    await double.webhooks.pump();
    await double.webhooks.pump();
    expect(new Set(idsOf(arrived)).size).toBe(1);
    expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(1);
    expect([arrived.length, double.webhooks.all()[0]?.state]).toEqual([3, 'delivered']);

    answers = Array.from({ length: 1000 }, () => 503);
    await create(1);
    for (let hour = 0; hour < 80; hour += 1) {
      double.clock.advance(3600);
      await double.webhooks.pump();
    }
    expect(double.webhooks.all()[1]).toMatchObject({ state: 'given-up', lastStatus: 503 });
  });

  test('whose endpoint can’t be reached counts as failed', async () => {
    const { double: alone, stripe: sdk } = trial({
      webhook: { secret, send: () => Promise.reject(new Error('refused')) },
    });
    await sdk.customers.create();
    await alone.webhooks.pump();
    expect(alone.webhooks.all()[0]).toMatchObject({ state: 'waiting', attempts: 1, lastStatus: null });
  });
});

describe('the switches', () => {
  test('duplicate, delay and drop events, all or those of a type', async () => {
    double.webhooks.faults = { ...double.webhooks.faults, duplicate: 2 };
    await create(1);
    await double.webhooks.pump();
    expect([arrived.length, new Set(idsOf(arrived)).size]).toEqual([3, 1]);

    double.webhooks.faults = { ...double.webhooks.faults, duplicate: 0, delaySeconds: 2 * day };
    await create(1);
    await double.webhooks.pump();
    expect(arrived).toHaveLength(3);
    double.clock.advance(2 * day);
    await double.webhooks.pump();
    expect(arrived).toHaveLength(4);

    double.webhooks.faults = { ...double.webhooks.faults, delaySeconds: 0, drop: true, types: ['customer.updated'] };
    const { id } = await stripe.customers.create({ name: 'Mia' });
    await stripe.customers.update(id, { name: 'Noah' });
    await double.webhooks.pump();
    expect(arrived).toHaveLength(5);
    expect((await stripe.events.list({ type: 'customer.updated' })).data).toHaveLength(1);
  });

  test('reorder what is due together, the same way each time', async () => {
    double.webhooks.faults = { ...double.webhooks.faults, reorder: 'reverse' };
    await create(3);
    await double.webhooks.pump();
    expect(idsOf(arrived)).toEqual(
      double
        .events()
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  test('hold events until they are delivered by hand, in any order and as often as one likes', async () => {
    double.webhooks.faults = { ...double.webhooks.faults, hold: true };
    await create(3);
    await double.webhooks.pump();
    expect(arrived).toEqual([]);
    const [first = '', , third = ''] = double.webhooks.waiting().map(({ id }) => id);
    expect(await double.webhooks.deliver([third, first, third])).toEqual([200, 200, 200]);
    const events = double.events().map(({ id }) => id);
    expect(idsOf(arrived)).toEqual([events[2], events[0], events[2]]);
    expect(double.webhooks.waiting()).toHaveLength(1);
  });
});

test('everything is there again after it was saved and loaded, and what is due is done', async () => {
  const { monthly } = await catalogue(stripe);
  const customer = await customerWith(stripe);
  const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] });
  double.clock.advance(day);
  const saved = JSON.parse(JSON.stringify(double.save())) as ReturnType<typeof double.save>;
  const other = trial();
  other.double.load(saved);
  expect(await other.stripe.subscriptions.retrieve(id)).toMatchObject({
    status: 'active',
    items: { data: [{ quantity: 1 }] },
  });
  other.double.clock.advance(30 * day + 3600);
  expect((await other.stripe.invoices.list({ subscription: id })).data.map(({ status }) => status)).toEqual([
    'paid',
    'paid',
  ]);
  expect((await other.stripe.customers.create()).id).not.toBe(customer.id);
  other.double.reset();
  await expect(other.stripe.subscriptions.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
});
