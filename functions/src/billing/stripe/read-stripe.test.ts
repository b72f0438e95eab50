import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { noReading, readStripe } from './read-stripe.ts';

const missing = { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No such customer' } };
const date = 'Sun, 22 Nov 2026 08:00:00 GMT';

/** A Stripe that lists nothing of any customer, and knows of some that they were deleted. */
function withoutLists(deleted: readonly string[]): Promise<Stripe> {
  const fetch = (url: string | URL | Request): Promise<Response> => {
    const id = /\/v1\/customers\/(\w+)/.exec(url instanceof Request ? url.url : String(url))?.[1] ?? '';
    const isKnown = deleted.includes(id);
    const body = isKnown ? { id, object: 'customer', deleted: true } : missing;
    return Promise.resolve(Response.json(body, { status: isKnown ? 200 : 404, headers: { date } }));
  };
  const httpClient = Stripe.createFetchHttpClient(fetch);
  return Promise.resolve(new Stripe('sk_test_x', { httpClient, maxNetworkRetries: 0 }));
}

test('a customer who was deleted has nothing that runs, where Stripe lists nothing of them; one who never was is a fault', async () => {
  const client = withoutLists(['cus_deleted']);
  expect(await readStripe('cus_deleted', client)).toEqual({ ...noReading, at: Date.parse(date) });
  await expect(readStripe('cus_never', client)).rejects.toMatchObject({ code: 'resource_missing' });
});
