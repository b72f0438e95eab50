import { trialDays } from '@tenantry/model/billing/price-table';
import { isRunning, type SubscriptionFacts } from '@tenantry/model/billing/subscription-facts';
import { trialUsedBy } from '@tenantry/model/billing/trial';
import type Stripe from 'stripe';
import { readTenant } from '../../platform/data/transactions.ts';
import { webUrl } from '../../platform/environment.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { readStripe } from '../stripe/read-stripe.ts';
import { stripe } from '../stripe/stripe-client.ts';
import { readBillingRecord } from '../sync/billing-record.ts';
import { checkoutMetadataKey, expireOpenPages, expirePage } from './open-pages.ts';

export type Purchase = {
  readonly tenantId: string;
  readonly slug: string;
  readonly customer: string;
  readonly price: string;
  readonly seats: number;
  /** Which of the present tenant's calls this is, by its record. */
  readonly checkout: number;
};

/**
 * The address of the one page on which the present tenant can buy something. Throws `state` when a subscription runs, and
 * `contention` when a later call has taken over.
 *
 * Of two calls the later one, by their numbers in the record, finds the page of the earlier one and takes it back; or that page is made
 * afterwards, and then the earlier call finds the number moved and takes it back itself, before anybody has its address.
 */
export async function openPage({ tenantId, slug, customer, price, seats, checkout }: Purchase): Promise<string> {
  // Before the subscriptions are read: what was completed on one of these shows in them.
  await expireOpenPages(customer, checkout);
  const [{ subscriptions }, record] = await Promise.all([readStripe(customer), readTenant(readBillingRecord)]);
  requireNoneRunning(subscriptions);
  if (record.checkouts !== checkout) throw overtaken();
  const tried = record.trialUsed === true || trialUsedBy([...record.subscriptions, ...subscriptions]);
  const client = await stripe();
  const page = `${webUrl.value()}/t/${encodeURIComponent(slug)}/billing`;
  const { id, url } = await client.checkout.sessions.create({
    mode: 'subscription',
    customer,
    client_reference_id: tenantId,
    metadata: { [checkoutMetadataKey]: checkout },
    line_items: [{ price, quantity: seats }],
    subscription_data: { metadata: { tenantId }, ...(tried ? {} : trial) },
    success_url: `${page}?checkout=done`,
    cancel_url: `${page}?checkout=left`,
  });
  if (url === null) throw new Error('Stripe answered a checkout session without an address.');
  const { checkouts } = await readTenant(readBillingRecord);
  if (checkouts === checkout) return url;
  await expirePage(id);
  throw overtaken();
}

function overtaken(): Refusal {
  return new Refusal('contention', 'Somebody began this once more at the same time. Go on there, or try again.');
}

/** Whoever leaves no means of payment falls back to the free plan when it ends. */
const trial = {
  trial_period_days: trialDays,
  trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
} as const satisfies Stripe.Checkout.SessionCreateParams.SubscriptionData;

function requireNoneRunning(subscriptions: readonly SubscriptionFacts[]): void {
  const running = subscriptions.find(isRunning);
  if (!running) return;
  throw new Refusal('state', 'A subscription is running. Change it where you manage your payments.', {
    status: running.status,
  });
}
