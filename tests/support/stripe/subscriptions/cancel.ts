import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { attempt } from '../invoices/attempt.ts';
import { addPending, draft, pendingLines } from '../invoices/draft.ts';
import { finalize } from '../invoices/finalize.ts';
import { noSuch } from '../request/errors.ts';
import { end } from './end.ts';
import { periodOf } from './items/items.ts';
import { prorated } from './proration.ts';
import { clockIdOf } from './subscription-object.ts';

type How = {
  readonly prorate?: boolean;
  readonly invoiceNow?: boolean;
  readonly details?: Partial<Stripe.Subscription.CancellationDetails>;
};
const charged = new Set<string>(['active', 'past_due', 'unpaid']);
const over = new Set<string>(['canceled', 'incomplete_expired']);

/** Cancels at once. Throws Stripe's 404 for a subscription that has ended: it can only be retrieved. */
export function cancelNow(account: Account, id: string, how: How = {}): Stripe.Subscription {
  const subscription = account.get('subscription', id);
  if (over.has(subscription.status)) throw noSuch('subscription', id);
  // Nothing was paid for a trial, nor for what never began.
  if (how.prorate && charged.has(subscription.status)) {
    const now = account.now(clockIdOf(subscription));
    addPending(account, id, prorated(account, subscription, subscription.items.data, [], now));
  }
  const ended = end(
    account,
    id,
    subscription.status === 'incomplete' ? 'incomplete_expired' : 'canceled',
    'cancellation_requested',
    how.details,
  );
  if (!how.invoiceNow || pendingLines(account, id).length === 0) return ended;
  const invoice = draft(account, ended, {
    reason: 'subscription_update',
    lines: [],
    period: periodOf(ended),
    finalizesIn: 0,
  });
  if (finalize(account, invoice.id).status === 'open') attempt(account, invoice.id);
  return account.get('subscription', id);
}

/** As Stripe does when their customer is deleted. */
export function cancelAllOf(account: Account, customer: string): void {
  for (const subscription of account.store.newestFirst('subscription'))
    if (subscription.customer === customer && !over.has(subscription.status)) cancelNow(account, subscription.id);
}
