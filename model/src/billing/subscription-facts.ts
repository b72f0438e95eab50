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

/** Whether a subscription gives a plan, paid for or owed. */
export function isRunning(each: Pick<SubscriptionFacts, 'plan' | 'status' | 'cancelAtPeriodEnd'>): boolean {
  return each.plan !== null && standingOf(each.status) !== 'none' && !isGivenUp(each);
}

/**
 * Whether a subscription is owed for and ends with the period that nobody paid: it is over when it is cancelled, as one is that is cancelled at
 * once, and gives and holds back nothing. Until its end it can be taken up again, or paid, and then is what it was.
 */
export function isGivenUp({
  status,
  cancelAtPeriodEnd,
}: Pick<SubscriptionFacts, 'status' | 'cancelAtPeriodEnd'>): boolean {
  return cancelAtPeriodEnd && standingOf(status) === 'owed';
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
  /** It ends with the present period, or within it, and is not renewed. */
  readonly cancelAtPeriodEnd: boolean;
  /** Since when a payment is owed; null while none is. */
  readonly owedSince: number | null;
  /** What a seat costs on it, in minor units of its currency; null or absent where that was not told. */
  readonly unitAmount?: number | null;
  readonly currency?: string | null;
};
