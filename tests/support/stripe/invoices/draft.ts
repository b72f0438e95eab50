import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { clockIdOf, customerOf } from '../subscriptions/subscription-object.ts';
import type { Period } from '../subscriptions/period.ts';
import { newInvoice } from './invoice-object.ts';

const pendingKey = (subscription: string): string => `pending-lines/${subscription}`;

/** Lines that wait for the subscription's next invoice. */
export function pendingLines(account: Account, subscription: string): readonly Stripe.InvoiceLineItem[] {
  return (account.notes.get(pendingKey(subscription)) as readonly Stripe.InvoiceLineItem[] | undefined) ?? [];
}

export function addPending(account: Account, subscription: string, lines: readonly Stripe.InvoiceLineItem[]): void {
  if (lines.length > 0) account.notes.set(pendingKey(subscription), [...pendingLines(account, subscription), ...lines]);
}

type About = {
  readonly reason: Stripe.Invoice.BillingReason;
  readonly lines: readonly Stripe.InvoiceLineItem[];
  readonly period: Period;
  /** Seconds until it is finalized by itself; null leaves that to others. */
  readonly finalizesIn: number | null;
};

/** Drafts an invoice of a subscription, with what was waiting for one, and makes it the subscription's latest. */
export function draft(account: Account, subscription: Stripe.Subscription, about: About): Stripe.Invoice {
  const customer = account.get('customer', customerOf(subscription));
  const lines = [...pendingLines(account, subscription.id), ...about.lines];
  account.notes.delete(pendingKey(subscription.id));
  const created = account.now(clockIdOf(subscription));
  const id = account.newId('invoice');
  const data = lines.map((each) => ({ ...each, invoice: id }));
  const invoice = newInvoice({
    id,
    billing_reason: about.reason,
    created,
    currency: subscription.currency,
    customer,
    lines: { object: 'list', data, has_more: false, url: `/v1/invoices/${id}/lines` },
    period_start: about.period.start,
    period_end: about.period.end,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    test_clock: subscription.test_clock,
    auto_advance: about.finalizesIn !== null,
    automatically_finalizes_at: about.finalizesIn === null ? null : created + about.finalizesIn,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
  });
  if (customer.currency === null) account.put('customer', { ...customer, currency: subscription.currency });
  account.add('invoice', invoice, 'invoice.created');
  account.change('subscription', subscription.id, { latest_invoice: id }, 'customer.subscription.updated');
  return invoice;
}
