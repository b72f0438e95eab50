import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import Sdk from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveStripeDouble, type Served } from '../server/serve.ts';
import { secret } from './client.ts';

let served: Served;
let endpoint: Server;
let stripe: Sdk;
let base = '';
const arrived: { readonly body: string; readonly signature: string }[] = [];
let status = 200;
const folder = mkdtempSync(path.join(os.tmpdir(), 'stripe-double-'));

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  const [port, hook] = [await freePort(), await freePort()];
  endpoint = createServer((request, response) => {
    void text(request).then((body) => {
      arrived.push({ body, signature: String(request.headers['stripe-signature']) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(hook, '127.0.0.1', resolve));
  served = await serveStripeDouble({
    port,
    apiKey: 'sk_test_here',
    webhook: { url: `http://127.0.0.1:${hook}/stripeWebhook`, secret },
  });
  base = `http://127.0.0.1:${port}`;
  stripe = new Sdk('sk_test_here', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
});

afterAll(() => {
  served.close();
  endpoint.close();
  rmSync(folder, { recursive: true, force: true });
});

async function steer(
  method: string,
  word: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${base}/_double/${word}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('the SDK reaches it by HTTP, with its own key only, and webhooks arrive signed', async () => {
  const { id } = await stripe.customers.create({ name: 'Grüße & mehr' });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ name: 'Grüße & mehr' });
  await expect.poll(() => arrived.length).toBe(1);
  const [{ body, signature } = { body: '', signature: '' }] = arrived;
  expect(stripe.webhooks.constructEvent(body, signature, secret).type).toBe('customer.created');
  const other = new Sdk('sk_test_other', {
    host: '127.0.0.1',
    port: Number(new URL(base).port),
    protocol: 'http',
    maxNetworkRetries: 0,
  });
  await expect(other.customers.list()).rejects.toMatchObject({ statusCode: 401 });
});

test('a webhook that fails comes again within seconds', async () => {
  arrived.length = 0;
  status = 500;
  await stripe.customers.create();
  await expect.poll(() => arrived.length).toBe(1);
  status = 200;
  await expect.poll(() => arrived.length, { timeout: 5000 }).toBe(2);
  expect(arrived[0]?.body).toBe(arrived[1]?.body);
});

test('tests steer it: the clock, the switches, deliveries by hand, lost answers', async () => {
  const { body } = await steer('GET', 'clock');
  const now = Number(body.now);
  expect(Number((await steer('POST', 'clock', { advance: 86_400 })).body.now)).toBeGreaterThanOrEqual(now + 86_400);
  expect((await stripe.customers.create()).created).toBeGreaterThanOrEqual(now + 86_400);
  const told = await fetch(`${base}/v1/customers`, { headers: { authorization: 'Bearer sk_test_here' } });
  expect(Date.parse(told.headers.get('date') ?? '')).toBeGreaterThanOrEqual((now + 86_400) * 1000);
  expect((await steer('POST', 'clock', { now })).status).toBe(400);
  expect((await steer('POST', 'faults', { hold: true, loud: true })).status).toBe(400);

  await expect.poll(async () => (await steer('GET', 'deliveries')).body).not.toMatchObject([{ state: 'waiting' }]);
  await steer('POST', 'faults', { hold: true });
  arrived.length = 0;
  await stripe.customers.create();
  const waiting = Object.values((await steer('GET', 'deliveries')).body).filter(
    (each) => (each as { state: string }).state === 'waiting',
  ) as { id: string }[];
  expect(waiting).toHaveLength(1);
  await steer('POST', 'deliveries', { ids: [waiting[0]?.id, waiting[0]?.id] });
  expect(arrived).toHaveLength(2);
  await steer('POST', 'faults', {});
});

test('a request that is to have no answer gets none, and what it asked for is done', async () => {
  await steer('POST', 'api-faults', { times: 2, answer: 'no-answer', isDone: true, path: '/v1/products' });
  // The SDK asks a second time by itself when a connection breaks, under the same idempotency key.
  await expect(stripe.products.create({ name: 'Lost' })).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect((await stripe.products.list()).data).toMatchObject([{ name: 'Lost' }]);
});

test('its state is saved to a file and found again by the next one', async () => {
  const file = path.join(folder, 'stripe.json');
  served.save(file);
  const port = await freePort();
  const next = await serveStripeDouble({ port, webhook: { url: base, secret }, stateFile: file });
  expect(next.double.account.store.newestFirst('product')).toMatchObject([{ name: 'Lost' }]);
  next.close();
  await steer('POST', 'reset');
  expect((await stripe.products.list()).data).toEqual([]);
});
