import type { SubscriptionFacts } from '@tenantry/model/billing/subscription-facts';
import type Stripe from 'stripe';
import { type MirroredInvoice, mirroredInvoiceOf } from './mirrored-invoice.ts';
import { stripe } from './stripe-client.ts';
import { planItemOf, subscriptionFactsOf } from './subscription-facts-of.ts';

/** What Stripe says of one customer at a moment (milliseconds, by Stripe's own clock). */
export type StripeReading = {
  readonly at: number;
  readonly subscriptions: readonly SubscriptionFacts[];
  /** The newest invoices, and every open one. */
  readonly invoices: readonly MirroredInvoice[];
  /** By subscription: the item whose quantity is its seats. */
  readonly seatItems: ReadonlyMap<string, string>;
};

export const noReading: StripeReading = { at: 0, subscriptions: [], invoices: [], seatItems: new Map() };

const pageSize = 100;

/**
 * Reads all subscriptions of a customer, whatever became of them, and their invoices. A customer that was deleted has
 * cancelled ones. Throws what the SDK throws when Stripe can't be asked.
 */
export async function readStripe(customer: string): Promise<StripeReading> {
  const client = await stripe();
  const [{ all, at }, invoices] = await Promise.all([
    allSubscriptions(client, customer),
    readInvoices(client, customer),
  ]);
  const open = invoices.filter(({ status }) => status === 'open');
  return {
    at,
    subscriptions: all.map((each) => subscriptionFactsOf(each, open)),
    invoices: invoices.flatMap((invoice) => mirroredInvoiceOf(invoice) ?? []),
    seatItems: new Map(
      all.flatMap((each) => {
        const item = planItemOf(each);
        return item ? [[each.id, item.id] as const] : [];
      }),
    ),
  };
}

/** All pages, and when Stripe answered the first. */
async function allSubscriptions(
  client: Stripe,
  customer: string,
): Promise<{ all: readonly Stripe.Subscription[]; at: number }> {
  const wanted = { customer, status: 'all', limit: pageSize } as const;
  let page = await client.subscriptions.list(wanted);
  const at = answeredAt(page.lastResponse.headers);
  const all = [...page.data];
  while (page.has_more) {
    page = await client.subscriptions.list({ ...wanted, starting_after: all.at(-1)?.id ?? '' });
    all.push(...page.data);
  }
  return { all, at };
}

/** The newest page; with more behind it every open one as well, since one of these may be old. */
async function readInvoices(client: Stripe, customer: string): Promise<readonly Stripe.Invoice[]> {
  const newest = await client.invoices.list({ customer, limit: pageSize });
  if (!newest.has_more) return newest.data;
  const open = await client.invoices.list({ customer, status: 'open', limit: pageSize });
  const known = new Set(newest.data.map(({ id }) => id));
  return [...newest.data, ...open.data.filter(({ id }) => !known.has(id))];
}

/**
 * Stripe's clock, in milliseconds; 0 when it does not tell. A test moves the clock of the stand-in for Stripe, and what follows from the
 * clock follows it.
 */
function answeredAt({ date }: Readonly<Record<string, string>>): number {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? 0 : at;
}
