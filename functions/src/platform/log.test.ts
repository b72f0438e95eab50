import { logger } from 'firebase-functions';
import { afterEach, expect, test, vi } from 'vitest';
import { log } from './log.ts';

afterEach(() => vi.restoreAllMocks());

/** What a line of the log holds. */
function lineOf(write: () => void): string {
  const written = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  write();
  return JSON.stringify(written.mock.calls);
}

test('of what Stripe says only the codes are logged, since its words may quote what somebody typed', () => {
  const said = 'Invalid email address: ann@example.com';
  const plain = new Error(said);
  const ofStripe = Object.assign(new Error(said), {
    type: 'StripeInvalidRequestError',
    code: 'email_invalid',
    requestId: 'req_1',
  });
  const line = lineOf(() => log.backgroundFailed('a task', ofStripe));
  expect(line).not.toContain('ann@example.com');
  for (const part of ['StripeInvalidRequestError', 'email_invalid', 'req_1', 'log.test.ts'])
    expect(line).toContain(part);
  expect(lineOf(() => log.backgroundFailed('a task', plain))).toContain('ann@example.com');
});
