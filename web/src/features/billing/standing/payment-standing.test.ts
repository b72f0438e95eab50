import { day } from '@tenantry/model/billing/dunning';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { Instant } from '@tenantry/model/documents/instant';
import { expect, it } from 'vitest';
import { paymentStandingOf } from './payment-standing.ts';

const now = Date.UTC(2026, 5, 15);
const at = (ms: number): Instant => ({ toMillis: () => ms, toDate: () => new Date(ms) });

const paid: SubscriptionDocument = {
  plan: 'pro',
  status: 'active',
  interval: 'month',
  seats: 3,
  paidUntil: at(now + 10 * day),
  trialEnd: null,
  pastDueSince: null,
  cancelAtPeriodEnd: false,
};
const owed = (days: number): Partial<SubscriptionDocument> => ({
  status: 'past_due',
  pastDueSince: at(now - days * day),
});

it.each([
  ['paid', {}],
  ['trial', { status: 'trialing' }],
  ['ends', { cancelAtPeriodEnd: true }],
  ['ends', { status: 'trialing', cancelAtPeriodEnd: true }],
  ['none', { status: 'none' }],
  ['none', { status: 'canceled', cancelAtPeriodEnd: true }],
  ['none', { status: 'incomplete' }],
  ['owed', owed(0)],
  ['owed', owed(13.9)],
  ['held', owed(14)],
  ['held', { ...owed(20), cancelAtPeriodEnd: true }],
] as const)('is %s with %j', (standing, changes) => {
  expect(paymentStandingOf({ ...paid, ...changes }, false, now)).toBe(standing);
});

it('tells an invoice that is left open only where no plan runs', () => {
  const standings = [{ status: 'none' }, { status: 'canceled' }, {}, { status: 'trialing' }, owed(3)] as const;
  expect(standings.map((changes) => paymentStandingOf({ ...paid, ...changes }, true, now))).toEqual([
    'left',
    'left',
    'paid',
    'trial',
    'owed',
  ]);
});
