import {
  intervals,
  isPaidPlan,
  lookupKeyOf,
  type PaidPlan,
  paidPlans,
  planMetadataKey,
} from '@tenantry/model/billing/price-table';
import { standingOf, type SubscriptionFacts, subscriptionStatuses } from '@tenantry/model/billing/subscription-facts';
import type Stripe from 'stripe';
import { fromSeconds } from './from-seconds.ts';
import { owedSinceOf } from './invoices-of.ts';

/** A subscription as a right follows from it, with the customer's invoices to tell since when a payment is owed. */
export function subscriptionFactsOf(
  subscription: Stripe.Subscription,
  invoices: readonly Stripe.Invoice[],
): SubscriptionFacts {
  const { id, created, trial_end } = subscription;
  const item = planItemOf(subscription);
  const plan = item ? planOfPrice(item.price) : null;
  const status = subscriptionStatuses.find((known) => known === subscription.status) ?? 'incomplete';
  const owed = standingOf(status) === 'owed';
  // A period that began with a payment that failed is not paid for.
  const paidUntil = (owed ? item?.current_period_start : item?.current_period_end) ?? created;
  const interval = intervals.find((known) => known === item?.price.recurring?.interval) ?? null;
  return {
    id,
    status,
    plan,
    interval,
    quantity: item?.quantity ?? 0,
    createdAt: fromSeconds(created),
    paidUntil: fromSeconds(paidUntil),
    trialEnd: trial_end === null ? null : fromSeconds(trial_end),
    cancelAtPeriodEnd: endsWithPeriod(subscription, item),
    owedSince: owed ? owedSinceOf(id, invoices) : null,
    ...priceOf(item),
  };
}

/** One that ends on some day after its present period is renewed until then. */
function endsWithPeriod(
  { cancel_at, cancel_at_period_end }: Stripe.Subscription,
  item: Stripe.SubscriptionItem | undefined,
): boolean {
  return cancel_at_period_end || (cancel_at !== null && cancel_at <= (item?.current_period_end ?? cancel_at));
}

/** What a seat costs on it, which need not be the table's price: a price that was replaced goes on being paid. */
function priceOf(item: Stripe.SubscriptionItem | undefined): Pick<SubscriptionFacts, 'unitAmount' | 'currency'> {
  return { unitAmount: item?.price.unit_amount ?? null, currency: item?.price.currency ?? null };
}

/** The item of a subscription that is one of our plans: the largest, if somebody put several into one. */
export function planItemOf({ items }: Pick<Stripe.Subscription, 'items'>): Stripe.SubscriptionItem | undefined {
  const rank = ({ price }: Stripe.SubscriptionItem): number =>
    paidPlans.findIndex((plan) => plan === planOfPrice(price));
  return items.data.toSorted((a, b) => rank(b) - rank(a)).find((item) => rank(item) >= 0);
}

/** By what the set-up wrote into the price: a price that was replaced has lost its lookup key, and goes on being paid. */
function planOfPrice({ metadata, lookup_key }: Stripe.Price): PaidPlan | null {
  const named = metadata[planMetadataKey];
  if (isPaidPlan(named)) return named;
  return paidPlans.find((plan) => intervals.some((interval) => lookupKeyOf(plan, interval) === lookup_key)) ?? null;
}
