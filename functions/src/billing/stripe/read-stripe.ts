import type { SubscriptionFacts } from '@tenantry/model/billing/subscription-facts';
import type Stripe from 'stripe';
import { answeredAt } from './answered-at.ts';
import { draftToPay } from './invoices-of.ts';
import { isMissing } from './is-missing.ts';
import { type MirroredInvoice, mirroredInvoiceOf } from './mirrored-invoice.ts';
import { stripe } from './stripe-client.ts';
import { planItemOf, subscriptionFactsOf } from './subscription-facts-of.ts';

/** What Stripe says of one customer at a moment (milliseconds, by Stripe's own clock). */
export type StripeReading = {
  readonly at: number;
  readonly subscriptions: readonly SubscriptionFacts[];
  readonly invoices: readonly MirroredInvoice[];
  /** By subscription: the item whose quantity is its seats. */
  readonly seatItems: ReadonlyMap<string, string>;
  /** By subscription: the draft that is to be asked for, so that it can come back. */
  readonly drafts: ReadonlyMap<string, string>;
};

export const noReading: StripeReading = {
  at: 0,
  subscriptions: [],
  invoices: [],
  seatItems: new Map(),
  drafts: new Map(),
};

const pageSize = 100;

/**
 * Reads all subscriptions of a customer, whatever became of them, and their invoices. A customer that was deleted has
 * cancelled ones, or none. Throws what the SDK throws when Stripe can't be asked, or never had this customer.
 */
export async function readStripe(customer: string, connecting = stripe()): Promise<StripeReading> {
  const client = await connecting;
  try {
    return await readCustomer(client, customer);
  } catch (fault) {
    // Stripe promises that a deleted customer can be retrieved, and of its lists nothing.
    if (!isMissing(fault)) throw fault;
    const { deleted, lastResponse } = await client.customers.retrieve(customer);
    if (!deleted) throw fault;
    return { ...noReading, at: answeredAt(lastResponse.headers) };
  }
}

async function readCustomer(client: Stripe, customer: string): Promise<StripeReading> {
  const [{ all, at }, invoices] = await Promise.all([
    allSubscriptions(client, customer),
    readInvoices(client, customer),
  ]);
  return {
    at,
    subscriptions: all.map((each) => subscriptionFactsOf(each, invoices)),
    invoices: invoices.flatMap((invoice) => mirroredInvoiceOf(invoice, at) ?? []),
    drafts: new Map(
      all.flatMap((each) => {
        const draft = draftToPay(each, invoices);
        return draft === undefined ? [] : [[each.id, draft] as const];
      }),
    ),
    seatItems: new Map(
      all.flatMap((each) => {
        const item = planItemOf(each);
        return item ? [[each.id, item.id] as const] : [];
      }),
    ),
  };
}

/** All subscriptions, and when Stripe answered. */
async function allSubscriptions(
  client: Stripe,
  customer: string,
): Promise<{ all: readonly Stripe.Subscription[]; at: number }> {
  const first = await client.subscriptions.list({ customer, status: 'all', limit: pageSize });
  const at = answeredAt(first.lastResponse.headers);
  const list = (starting_after: string) =>
    client.subscriptions.list({ customer, status: 'all', limit: pageSize, starting_after });
  return { all: await allPages(first, list), at };
}

/** All invoices: an old one may be paid or forgiven at any time. */
async function readInvoices(client: Stripe, customer: string): Promise<readonly Stripe.Invoice[]> {
  const first = await client.invoices.list({ customer, limit: pageSize });
  return allPages(first, (starting_after) => client.invoices.list({ customer, limit: pageSize, starting_after }));
}

type Page<T> = { readonly data: readonly T[]; readonly has_more: boolean };

/** A list from its first page to its last. */
async function allPages<T extends { readonly id?: string }>(
  first: Page<T>,
  list: (startingAfter: string) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const all = [...first.data];
  for (let page = first; page.has_more;) {
    page = await list(all.at(-1)?.id ?? '');
    all.push(...page.data);
  }
  return all;
}
