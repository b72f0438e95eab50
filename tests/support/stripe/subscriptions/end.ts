import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { subscriptionOf } from '../invoices/invoice-object.ts';
import { voidInvoice } from '../invoices/void.ts';
import { clockIdOf } from './subscription-object.ts';

type Reason = Stripe.Subscription.CancellationDetails['reason'];
type Details = Partial<Stripe.Subscription.CancellationDetails>;

/** Ends a subscription: nothing is drafted or collected for it by itself any more. */
export function end(
  account: Account,
  id: string,
  status: 'canceled' | 'incomplete_expired',
  reason: Reason,
  details: Details = {},
): Stripe.Subscription {
  const before = account.get('subscription', id);
  const now = account.now(clockIdOf(before));
  for (const invoice of account.store.newestFirst('invoice')) {
    if (subscriptionOf(invoice) !== id) continue;
    if (status === 'incomplete_expired' && invoice.status === 'open') voidInvoice(account, invoice.id);
    else if (invoice.status === 'open' || invoice.status === 'draft')
      account.change(
        'invoice',
        invoice.id,
        { auto_advance: false, next_payment_attempt: null, automatically_finalizes_at: null },
        'invoice.updated',
      );
  }
  const none = { comment: null, feedback: null, feedback_option: null, reason: null };
  const changes: Partial<Stripe.Subscription> = {
    status,
    ended_at: now,
    canceled_at: before.canceled_at ?? now,
    cancel_at_period_end: false,
    cancellation_details: { ...(before.cancellation_details ?? none), ...details, reason },
  };
  return status === 'canceled'
    ? account.change('subscription', id, changes, 'customer.subscription.deleted')
    : account.change('subscription', id, changes, 'customer.subscription.updated');
}
