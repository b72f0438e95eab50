import { expect, test } from 'vitest';
import { asksForSecondFactor } from './asked.ts';
import { codeOutcomeOf } from './code-outcome.ts';

const failed = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['auth/invalid-verification-code', 'wrong-code'],
  ['auth/code-expired', 'too-late'],
  ['auth/requires-recent-login', 'recent-login'],
  ['auth/too-many-requests', 'too-many'],
  ['auth/network-request-failed', 'unreachable'],
])('a code that Authentication refuses with %s is told as %s, and one that it takes as done', async (code, outcome) => {
  expect(await codeOutcomeOf(Promise.reject(failed(code)))).toBe(outcome);
  expect(await codeOutcomeOf(Promise.resolve())).toBe('done');
});

test('only a sign-in that waits for a second step asks for one', () => {
  const error = failed('auth/multi-factor-auth-required');
  expect(asksForSecondFactor(error)?.error).toBe(error);
  for (const other of [
    failed('auth/user-disabled'),
    new Error('offline'),
    undefined,
    'auth/multi-factor-auth-required',
  ]) {
    expect(asksForSecondFactor(other)).toBeUndefined();
  }
});
