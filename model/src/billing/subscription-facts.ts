import { type Interval, type PaidPlan } from './price-table.ts';

/** Stripe's words for where a subscription stands. One that we don't know gives nothing. */
export const subscriptionStatuses = [
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'incomplete',
  'incomplete_expired',
  'paused',
  'canceled',
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** What a status is to a right: paid for, owed for, or nothing. */
const standings = {
  trialing: 'paid',
  active: 'paid',
  past_due: 'owed',
  unpaid: 'owed',
  // The first payment has not been made, or never was.
  incomplete: 'none',
  incomplete_expired: 'none',
  paused: 'none',
  canceled: 'none',
} as const satisfies Record<SubscriptionStatus, 'paid' | 'owed' | 'none'>;

export function standingOf(status: SubscriptionStatus): 'paid' | 'owed' | 'none' {
  return standings[status];
}

/** One subscription as Stripe tells it, as far as a right follows from it. Moments are milliseconds since the epoch. */
export type SubscriptionFacts = {
  readonly id: string;
  readonly status: SubscriptionStatus;
  /** Null: its price is none of ours. */
  readonly plan: PaidPlan | null;
  readonly interval: Interval | null;
  readonly quantity: number;
  readonly createdAt: number;
  /** Until when it is paid for, or tried. */
  readonly paidUntil: number;
  readonly trialEnd: number | null;
  /** It ends then, or with the present period, and is not renewed. */
  readonly cancelAtPeriodEnd: boolean;
  /** Since when a payment is owed; null while none is. */
  readonly owedSince: number | null;
};
