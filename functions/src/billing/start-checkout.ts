import { trialDays } from '@tenantry/model/billing/price-table';
import { standingOf, type SubscriptionFacts } from '@tenantry/model/billing/subscription-facts';
import type Stripe from 'stripe';
import { tenantDocuments } from '../platform/data/documents.ts';
import { webUrl } from '../platform/environment.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { ensureCustomer } from './checkout/ensure-customer.ts';
import { priceOf } from './checkout/price-of.ts';
import { askingStripe } from './stripe/asking-stripe.ts';
import { readStripe } from './stripe/read-stripe.ts';
import { stripe } from './stripe/stripe-client.ts';
import { readBillingRecord } from './sync/billing-record.ts';

/**
 * Begins the purchase of a plan: answers the address of Stripe's page, on which it is completed. The first subscription of a
 * business begins with a trial. Throws `state` when one runs already: that one is changed in the billing portal.
 */
export const startCheckout = memberOperation('startCheckout', {
  permissions: ['billing:manage'],
  gate: 'billing',
  audited: true,
  recentLogin: true,
  async errand({ tx, audit, tenantId, input: { plan, interval } }) {
    const [record, tenant, counters] = await Promise.all([
      readBillingRecord(tx),
      tx.get(tenantDocuments.tenant()),
      tx.get(tenantDocuments.counters()),
    ]);
    if (!tenant) throw new Error('This tenant lacks its own document.');
    requireNoneRunning(record.subscriptions);
    audit({ action: 'billing.checkout-started', target: tenantId, details: { plan, interval } });
    const { slug, name } = tenant;
    const seats = Math.max(1, counters?.seatsUsed ?? 1);
    return ({ caller: { email }, now }) =>
      askingStripe(async () => {
        const price = await priceOf(plan, interval, now);
        const customer = await ensureCustomer({ tenantId, known: record.customerId, name, email, now });
        return { url: await openPage({ tenantId, slug, customer, price, seats }) };
      });
  },
});

type Purchase = {
  readonly tenantId: string;
  readonly slug: string;
  readonly customer: string;
  readonly price: string;
  readonly seats: number;
};

/** The address of a page on which this can be bought, and nothing that was offered before. Throws `state` when something runs. */
async function openPage({ tenantId, slug, customer, price, seats }: Purchase): Promise<string> {
  const { subscriptions } = await readStripe(customer);
  requireNoneRunning(subscriptions);
  const client = await stripe();
  await expireOthers(client, customer);
  const page = `${webUrl.value()}/t/${encodeURIComponent(slug)}/billing`;
  const { url } = await client.checkout.sessions.create({
    mode: 'subscription',
    customer,
    client_reference_id: tenantId,
    line_items: [{ price, quantity: seats }],
    subscription_data: { metadata: { tenantId }, ...(subscriptions.length === 0 ? trial : {}) },
    success_url: `${page}?checkout=done`,
    cancel_url: `${page}?checkout=left`,
  });
  if (url === null) throw new Error('Stripe answered a checkout session without an address.');
  return url;
}

/** Whoever leaves no means of payment falls back to the free plan when it ends. */
const trial = {
  trial_period_days: trialDays,
  trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
} as const satisfies Stripe.Checkout.SessionCreateParams.SubscriptionData;

function requireNoneRunning(subscriptions: readonly SubscriptionFacts[]): void {
  const running = subscriptions.find(({ plan, status }) => plan !== null && standingOf(status) !== 'none');
  if (!running) return;
  throw new Refusal('state', 'A subscription is running. Change it where you manage your payments.', {
    status: running.status,
  });
}

/** Pages that were opened before can't be completed any more: two of them would be two subscriptions. */
async function expireOthers(client: Stripe, customer: string): Promise<void> {
  const { data } = await client.checkout.sessions.list({ customer, status: 'open', limit: 100 });
  await Promise.all(data.map(({ id }) => expire(client, id)));
}

/** Somebody who buys at the same time may have ended it, or completed it, first. */
async function expire(client: Stripe, id: string): Promise<void> {
  await client.checkout.sessions.expire(id).catch(async (fault: unknown) => {
    const { status } = await client.checkout.sessions.retrieve(id);
    if (status === 'open') throw fault;
  });
}
