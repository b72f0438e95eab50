import { beforeEach, describe, expect, test } from 'vitest';
import { day, start, trial, type Trial } from './client.ts';

let { double, stripe }: Trial = trial();

beforeEach(() => {
  ({ double, stripe } = trial());
});

type Raw = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly error?: Readonly<Record<string, unknown>>; readonly id?: string };
};

async function raw(
  method: string,
  path: string,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<Raw> {
  const answer = await double.fetch(`http://double.test${path}`, {
    method,
    headers: { authorization: 'Bearer sk_test_double', ...headers },
    ...(body === '' ? {} : { body }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Raw['body'] };
}

describe('an answer', () => {
  test('carries the request’s id and the double’s own time', async () => {
    const { headers } = await raw('GET', '/v1/customers');
    expect(headers.get('request-id')).toMatch(/^req_\w{14}$/);
    expect(Date.parse(headers.get('date') ?? '')).toBe(start * 1000);
    double.clock.advance(day);
    expect(Date.parse((await raw('GET', '/v1/customers')).headers.get('date') ?? '')).toBe((start + day) * 1000);
  });

  test('to an unknown path or verb is an error of Stripe’s shape, which the SDK throws', async () => {
    expect(await raw('GET', '/v1/treasures')).toMatchObject({
      status: 404,
      body: { error: { type: 'invalid_request_error' } },
    });
    expect((await raw('DELETE', '/v1/customers')).status).toBe(404);
  });

  test.each([
    ['credit notes', () => stripe.creditNotes.create({ invoice: 'in_1', amount: 100 })],
    ['a preview of an invoice', () => stripe.invoices.createPreview({ customer: 'cus_1' })],
    ['a search', () => stripe.customers.search({ query: 'name:"Mia"' })],
    ['coupons', () => stripe.coupons.list()],
    ['a schedule', () => stripe.subscriptionSchedules.create({ customer: 'cus_1' })],
    ['what only v2 has', () => stripe.v2.core.events.retrieve('evt_1')],
  ])('to a request for %s is Stripe’s error, which says that the double lacks it', async (_what, ask) => {
    await expect(ask()).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('The local Stripe double does not answer it.') as string,
    });
  });

  test.each([
    ['no key', {}, 'You did not provide an API key'],
    ['a key of another kind', { authorization: 'Bearer pk_test_1' }, 'Invalid API Key provided'],
    ['a key of real money', { authorization: 'Bearer sk_live_1' }, 'Invalid API Key provided'],
  ])('to %s is 401', async (_, headers, message) => {
    const answer = await double.fetch('http://double.test/v1/customers', { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { type: 'invalid_request_error', message: expect.stringContaining(message) as string },
    });
    expect((await raw('GET', '/v1/customers')).status).toBe(200);
  });

  test.each([
    ['unknown', 'nickname=Mia', 'parameter_unknown', 'nickname'],
    ['unknown within another', 'invoice_settings[color]=red', 'parameter_unknown', 'invoice_settings[color]'],
    ['known to Stripe and not to the double', 'source=tok_visa', 'parameter_unknown', 'source'],
    ['no number', 'balance=much', 'parameter_invalid_integer', 'balance'],
    ['no object', 'address=Paris', undefined, 'address'],
    ['no list', 'preferred_locales=de', undefined, 'preferred_locales'],
  ])('names a parameter that is %s', async (_, body, code, param) => {
    const { status, body: refused } = await raw('POST', '/v1/customers', body);
    expect([status, refused.error?.code, refused.error?.param]).toEqual([400, code, param]);
    expect((await stripe.customers.list()).data).toEqual([]);
    expect((await raw('POST', '/v1/customers', 'name=Mia')).status).toBe(200);
  });

  test('names a parameter that is missing, and one that names nothing', async () => {
    expect((await raw('POST', '/v1/products')).body.error).toMatchObject({ code: 'parameter_missing', param: 'name' });
    expect((await raw('GET', '/v1/customers/cus_none')).body.error).toMatchObject({
      code: 'resource_missing',
      param: 'id',
      message: "No such customer: 'cus_none'",
    });
    const other = await raw(
      'POST',
      '/v1/checkout/sessions',
      'mode=subscription&success_url=http://a.b&customer=cus_none&line_items[0][price]=price_none',
    );
    expect([other.status, other.body.error?.param]).toEqual([400, 'customer']);
  });
});

describe('an idempotency key', () => {
  const key = { 'idempotency-key': 'k' };

  test('answers the same request the same again, and does nothing', async () => {
    const first = await raw('POST', '/v1/customers', 'name=Mia', key);
    const second = await raw('POST', '/v1/customers', 'name=Mia', key);
    expect(second.body.id).toBe(first.body.id);
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  test('refuses other parameters under it, and is forgotten after a day', async () => {
    await raw('POST', '/v1/customers', 'name=Mia', key);
    expect(await raw('POST', '/v1/customers', 'name=Noah', key)).toMatchObject({
      status: 400,
      body: { error: { type: 'idempotency_error' } },
    });
    double.clock.advance(day);
    expect((await raw('POST', '/v1/customers', 'name=Noah', key)).status).toBe(200);
  });

  test('keeps the answer of a request whose answer was lost', async () => {
    double.faults.fail({ times: 1, answer: 500, isDone: true });
    expect((await raw('POST', '/v1/customers', 'name=Mia', key)).status).toBe(500);
    expect((await raw('POST', '/v1/customers', 'name=Mia', key)).headers.get('idempotent-replayed')).toBe('true');
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  test('is in use while its request is being answered', async () => {
    double.faults.latency = () => new Promise((resolve) => setTimeout(resolve, 20));
    const both = await Promise.all([
      raw('POST', '/v1/customers', 'name=Mia', key),
      raw('POST', '/v1/customers', 'name=Mia', key),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.error).toMatchObject({ code: 'idempotency_key_in_use' });
  });
});
