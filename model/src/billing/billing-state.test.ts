import { describe, expect, test } from 'vitest';
import { featuresOf } from '../plans.ts';
import { type BillingInputs, billingStateOf } from './billing-state.ts';
import { day } from './dunning.ts';
import type { Overrides } from './overrides.ts';
import type { SubscriptionFacts } from './subscription-facts.ts';

const now = Date.UTC(2026, 5, 15);

function subscription(changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts {
  return {
    id: 'sub_1',
    status: 'active',
    plan: 'pro',
    interval: 'month',
    quantity: 3,
    createdAt: now - 100 * day,
    paidUntil: now + 10 * day,
    trialEnd: null,
    cancelAtPeriodEnd: false,
    owedSince: null,
    ...changes,
  };
}

const owed = (days: number, changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts =>
  subscription({ status: 'past_due', owedSince: now - days * day, paidUntil: now - days * day, ...changes });

function stateOf(subscriptions: readonly SubscriptionFacts[], overrides: Overrides = {}, at: number = now) {
  const inputs: BillingInputs = { tenantId: 'tenant0001', subscriptions, overrides, now: at };
  return billingStateOf(inputs);
}

describe('what a business has', () => {
  test('without a subscription is the free plan, and nothing holds it back', () => {
    expect(stateOf([])).toEqual({
      subscription: {
        plan: 'free',
        status: 'none',
        interval: null,
        seats: 0,
        unitAmount: null,
        currency: null,
        paidUntil: null,
        trialEnd: null,
        pastDueSince: null,
        cancelAtPeriodEnd: false,
      },
      entitlements: {
        plan: 'free',
        features: [],
        limits: { seats: 5, products: 100, ordersPerMonth: 200 },
      },
      hold: 'active',
      nextChangeAt: null,
      rulingId: null,
    });
  });

  test.each(['trialing', 'active', 'past_due', 'unpaid'] as const)(
    'is the plan while its subscription is %s',
    (status) => {
      const { entitlements } = stateOf([subscription({ status, owedSince: now })]);
      expect(entitlements).toMatchObject({ plan: 'pro', features: featuresOf('pro') });
    },
  );

  test.each(['incomplete', 'incomplete_expired', 'paused', 'canceled'] as const)(
    'is the free plan while its subscription is %s',
    (status) => {
      expect(stateOf([subscription({ status })]).entitlements.plan).toBe('free');
    },
  );

  test('follows from all subscriptions, in whatever order they come: the largest that is paid for', () => {
    const all = [
      subscription({ id: 'sub_gone', plan: 'business', status: 'canceled' }),
      subscription({ id: 'sub_small' }),
      subscription({ id: 'sub_large', plan: 'business', quantity: 7 }),
      subscription({ id: 'sub_other', plan: null }),
    ];
    for (const order of [all, all.toReversed()]) {
      const { entitlements, subscription: shown, rulingId } = stateOf(order);
      expect(entitlements.plan).toBe('business');
      expect(shown).toMatchObject({ plan: 'business', seats: 7 });
      expect(rulingId).toBe('sub_large');
    }
  });
});

describe('a debt', () => {
  test.each([
    [0, 'active'],
    [13.99, 'active'],
    [14, 'readonly'],
    [59.99, 'readonly'],
    [60, 'suspended'],
  ] as const)('of %d days holds its business at %s', (days, hold) => {
    const state = stateOf([owed(days)]);
    expect(state.hold).toBe(hold);
    expect(state.subscription.pastDueSince).toBe(now - days * day);
  });

  test('beside something that is paid for holds nothing back, and gives no plan after its days of grace', () => {
    const beside = stateOf([owed(20, { id: 'sub_owed', plan: 'business' }), subscription()]);
    expect(beside).toMatchObject({
      hold: 'active',
      entitlements: { plan: 'pro' },
      subscription: { pastDueSince: null },
    });
    // Within them it gives its plan, and is shown as owed.
    const early = stateOf([owed(2, { id: 'sub_owed', plan: 'business' }), subscription()]);
    expect(early).toMatchObject({ hold: 'active', entitlements: { plan: 'business' } });
    expect(early.subscription.pastDueSince).toBe(now - 2 * day);
  });

  test('of a plan that is given up is none: it is over at once, and nothing of it is looked at again', () => {
    const givenUp = stateOf([owed(70, { cancelAtPeriodEnd: true })]);
    expect(givenUp).toEqual(stateOf([]));
    expect(stateOf([owed(70)])).toMatchObject({ hold: 'suspended', entitlements: { plan: 'pro' } });
    expect(stateOf([subscription({ cancelAtPeriodEnd: true })])).toMatchObject({
      subscription: { plan: 'pro', cancelAtPeriodEnd: true },
      entitlements: { plan: 'pro' },
    });
  });

  test('without an open invoice began when the last paid period ended', () => {
    const state = stateOf([subscription({ status: 'unpaid', owedSince: null, paidUntil: now - 15 * day })]);
    expect(state.hold).toBe('readonly');
  });

  test('is looked at again on each day on which something happens, and then never', () => {
    const since = now;
    const days: number[] = [];
    let at = now - 1;
    for (;;) {
      const { nextChangeAt } = stateOf([owed(0)], {}, at);
      if (nextChangeAt === null) break;
      days.push((nextChangeAt - since) / day);
      at = nextChangeAt;
    }
    expect(days).toEqual([0, 3, 7, 14, 60]);
  });
});

describe('what operators gave', () => {
  test('takes the place of the plan until its time is over, and the hold of a debt stays', () => {
    const overrides: Overrides = { plan: { value: 'business', until: now + day } };
    expect(stateOf([], overrides).entitlements).toMatchObject({ plan: 'business', limits: { seats: null } });
    expect(stateOf([], overrides).nextChangeAt).toBe(now + day);
    expect(stateOf([], overrides, now + day)).toMatchObject({ entitlements: { plan: 'free' }, nextChangeAt: null });
    expect(stateOf([owed(20)], overrides)).toMatchObject({ entitlements: { plan: 'business' }, hold: 'readonly' });
  });

  test('adds a feature and takes one, whatever the plan, until its time is over', () => {
    const overrides: Overrides = {
      features: { 'custom-roles': { value: true, until: now + day }, 'audit-export': { value: false, until: null } },
    };
    expect(stateOf([subscription()], overrides).entitlements.features).toEqual(['custom-roles', 'usage-report']);
    expect(stateOf([subscription()], overrides, now + day).entitlements.features).toEqual(['usage-report']);
  });
});
