import type { Stripe } from 'stripe';
import { billingPath, stackStripe } from '../../support/billing/stack-stripe.ts';
import { readDocument } from '../../support/database.ts';

/** What a purchase is asked for with. */
export const wish = (tenantId: string) => ({ tenantId, plan: 'pro', interval: 'month' }) as const;

/** The customer that a business has in its record. */
export async function customerOf(tenantId: string): Promise<string> {
  return String((await readDocument(billingPath(tenantId)))?.customerId);
}

/** Every customer at Stripe that was made for a business, newest first. */
export async function customersOf(tenantId: string): Promise<readonly Stripe.Customer[]> {
  const newest = await stackStripe().customers.list({ limit: 100 });
  return newest.data.filter(({ metadata }) => metadata.tenantId === tenantId);
}

/** The pages on which a customer can still buy something. */
export async function openPages(customer: string): Promise<readonly Stripe.Checkout.Session[]> {
  return (await stackStripe().checkout.sessions.list({ customer, status: 'open' })).data;
}

/** All subscriptions of a customer, whatever became of them, newest first. */
export async function subscriptionsOf(customer: string): Promise<readonly Stripe.Subscription[]> {
  return (await stackStripe().subscriptions.list({ customer, status: 'all' })).data;
}

/** Does what a person does on a page of Stripe's: pays with a good card. Answers the status; a page that was taken back has none to give. */
export async function press(url: string): Promise<number> {
  const form = new URLSearchParams({ card: 'pm_card_visa' });
  const { status } = await fetch(url, { method: 'POST', redirect: 'manual', body: form });
  return status;
}
