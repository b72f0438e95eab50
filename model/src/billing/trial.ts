import type { SubscriptionFacts, SubscriptionStatus } from './subscription-facts.ts';

/** Statuses of what has not begun: its first payment is awaited, or never came. */
const neverBegun: ReadonlySet<SubscriptionStatus> = new Set(['incomplete', 'incomplete_expired']);

/** Whether the trial of a business is used up: one of these subscriptions is, or was, to a plan of ours, and began. */
export function trialUsedBy(subscriptions: readonly Pick<SubscriptionFacts, 'plan' | 'status'>[]): boolean {
  return subscriptions.some(({ plan, status }) => plan !== null && !neverBegun.has(status));
}
