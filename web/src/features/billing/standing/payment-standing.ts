import { holdMomentsOf, holdOfDebt } from '@tenantry/model/billing/dunning';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { Instant } from '@tenantry/model/documents/instant';
import { isRunning } from '../use-subscription.ts';

/** How a business stands with its payments. */
export const paymentStandings = ['none', 'left', 'trial', 'paid', 'ends', 'owed', 'held'] as const;
export type PaymentStanding = (typeof paymentStandings)[number];

/**
 * A debt holds a business back from some day on. What is cancelled while it is owed is over at once, and holds nothing back: only its
 * invoice is left open. Everything else follows from the subscription alone.
 */
export function paymentStandingOf(
  subscription: SubscriptionDocument,
  hasOpenInvoice: boolean,
  now = Date.now(),
): PaymentStanding {
  const { pastDueSince, cancelAtPeriodEnd, status } = subscription;
  if (pastDueSince) return holdOfDebt(pastDueSince.toMillis(), now) === 'active' ? 'owed' : 'held';
  if (!isRunning(subscription)) return hasOpenInvoice ? 'left' : 'none';
  if (cancelAtPeriodEnd) return 'ends';
  return status === 'trialing' ? 'trial' : 'paid';
}

/** When a debt begins to hold its business back. */
export function holdDaysOf(since: Instant): { readonly readonly: Instant; readonly suspended: Instant } {
  const moments = holdMomentsOf(since.toMillis());
  return { readonly: instant(moments.readonly), suspended: instant(moments.suspended) };
}

const instant = (at: number): Instant => ({ toMillis: () => at, toDate: () => new Date(at) });
