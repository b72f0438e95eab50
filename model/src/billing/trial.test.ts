import { expect, test } from 'vitest';
import { subscriptionStatuses } from './subscription-facts.ts';
import { trialUsedBy } from './trial.ts';

test('a trial is used up by any subscription to a plan that began, and by none that did not, nor by another product', () => {
  const using = subscriptionStatuses.filter((status) => trialUsedBy([{ plan: 'pro', status }]));
  expect(using).toEqual(['trialing', 'active', 'past_due', 'unpaid', 'paused', 'canceled']);
  expect(subscriptionStatuses.some((status) => trialUsedBy([{ plan: null, status }]))).toBe(false);
  expect(trialUsedBy([])).toBe(false);
  expect(
    trialUsedBy([
      { plan: null, status: 'active' },
      { plan: 'business', status: 'canceled' },
    ]),
  ).toBe(true);
});
