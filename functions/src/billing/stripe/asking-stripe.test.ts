import { logger } from 'firebase-functions';
import { Stripe } from 'stripe';
import { afterEach, expect, test, vi } from 'vitest';
import { askingStripe } from './asking-stripe.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const asking = (fault: Error) => askingStripe(() => Promise.reject(fault));
const raw = { message: 'Invalid email address: mia@example.com', requestId: 'req_1' };
const { StripeInvalidRequestError, StripeAuthenticationError, StripeAPIError } = Stripe.errors;

test('what Stripe won’t do is told in words that say what to do, and logged by its codes, without a word of what was typed', async () => {
  const written = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const invalid = new StripeInvalidRequestError({ ...raw, type: 'invalid_request_error', code: 'email_invalid' });
  const asked = asking(invalid);
  await expect(asked).rejects.toMatchObject({
    code: 'failed-precondition',
    details: { reason: 'state', status: 'refused' },
    message: expect.stringContaining('Try again later') as string,
  });
  const wrongKey = new StripeAuthenticationError({ ...raw, type: 'invalid_request_error' });
  await expect(asking(wrongKey)).rejects.toMatchObject({ details: { status: 'refused' } });
  expect(written.mock.calls.map(([, fields]) => fields as unknown)).toMatchObject([
    { type: 'StripeInvalidRequestError', code: 'email_invalid', stripeRequestId: 'req_1' },
    { type: 'StripeAuthenticationError', code: null },
  ]);
  expect(JSON.stringify(written.mock.calls)).not.toContain('mia@');
});

test('what passes is to be tried again, and what is no fault of Stripe’s is thrown on', async () => {
  const written = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  await expect(asking(new StripeAPIError({ ...raw, type: 'api_error' }))).rejects.toMatchObject({ code: 'aborted' });
  const inUse = { ...raw, type: 'invalid_request_error', code: 'idempotency_key_in_use' } as const;
  await expect(asking(new StripeInvalidRequestError(inUse))).rejects.toMatchObject({ code: 'aborted' });
  const own = new Error('ours');
  await expect(asking(own)).rejects.toBe(own);
  expect(written).not.toHaveBeenCalled();
});
