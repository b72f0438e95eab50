import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { subscriptionOf } from '../invoices/invoice-object.ts';
import { end } from './end.ts';
import { customerOf } from './subscription-object.ts';

/** Subscriptions that an invoice's payment brings back to life. */
const owing = new Set<string>(['incomplete', 'past_due', 'unpaid']);
const running = new Set<string>(['active', 'trialing']);

/** The last one that was asked to be paid: drafts and void ones were not. */
function latestOwed(account: Account, subscription: string): Stripe.Invoice | undefined {
  return account.store
    .newestFirst('invoice')
    .find((each) => subscriptionOf(each) === subscription && each.status !== 'draft' && each.status !== 'void');
}

/** Of an unpaid subscription the invoices of later periods stay drafts, until somebody finalizes the newest and it is paid. */
function hasNewerDraft(account: Account, subscription: string, { created }: Stripe.Invoice): boolean {
  return account.store
    .newestFirst('invoice')
    .some((each) => subscriptionOf(each) === subscription && each.status === 'draft' && each.created > created);
}

/** A subscription is active again once the latest invoice that it owed is paid. */
export function afterPayment(account: Account, invoice: Stripe.Invoice): void {
  tellDelinquency(account, customerOf(invoice));
  const id = subscriptionOf(invoice);
  const subscription = id === null ? undefined : account.store.table('subscription').get(id);
  if (!subscription || !owing.has(subscription.status)) return;
  if (latestOwed(account, subscription.id)?.id !== invoice.id) return;
  if (subscription.status === 'unpaid' && hasNewerDraft(account, subscription.id, invoice)) return;
  const now = account.now(typeof subscription.test_clock === 'string' ? subscription.test_clock : null);
  const status = subscription.trial_end !== null && subscription.trial_end > now ? 'trialing' : 'active';
  account.change('subscription', subscription.id, { status }, 'customer.subscription.updated');
}

/** Past due at the first failure; what the account's owner set at the last one. */
export function afterFailure(account: Account, invoice: Stripe.Invoice): void {
  tellDelinquency(account, customerOf(invoice));
  const id = subscriptionOf(invoice);
  const subscription = id === null ? undefined : account.store.table('subscription').get(id);
  if (!subscription || invoice.billing_reason === 'subscription_create') return;
  if (running.has(subscription.status))
    account.change('subscription', subscription.id, { status: 'past_due' }, 'customer.subscription.updated');
  const isLast = invoice.next_payment_attempt === null && invoice.attempt_count > account.billing.retryDays.length;
  if (!isLast || account.get('subscription', subscription.id).status !== 'past_due') return;
  account.change('invoice', invoice.id, { auto_advance: false }, 'invoice.updated');
  const { afterRetries } = account.billing;
  if (afterRetries === 'canceled') end(account, subscription.id, 'canceled', 'payment_failed');
  else account.change('subscription', subscription.id, { status: afterRetries }, 'customer.subscription.updated');
}

function tellDelinquency(account: Account, id: string): void {
  const customer = account.store.table('customer').get(id);
  if (!customer) return;
  const delinquent = account.store
    .newestFirst('invoice')
    .some((each) => each.customer === id && each.status === 'open' && each.attempt_count > 0);
  account.change('customer', id, { delinquent }, 'customer.updated');
}
