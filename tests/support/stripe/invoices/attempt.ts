import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { day } from '../account/settings.ts';
import { idOf } from '../account/store.ts';
import { cardOf } from '../customers/payment-method-object.ts';
import type { Card, Decline, Outcome } from '../customers/test-cards.ts';
import { afterFailure } from '../subscriptions/after-payment.ts';
import { customerOf } from '../subscriptions/subscription-object.ts';
import { intentOf } from './intent.ts';
import { subscriptionOf } from './invoice-object.ts';
import { markPaid } from './paid.ts';
import { collect, refuse } from '../payments/collect.ts';

type How = {
  readonly method?: string | undefined;
  /** The payer is there, and can be asked. */
  readonly isOnSession?: boolean;
  /** And was, by their bank. */
  readonly isConfirmed?: boolean;
  /** Stripe's own doing, by its schedule. */
  readonly isScheduled?: boolean;
};

const noMethod: Decline = {
  code: 'missing',
  decline_code: '',
  message: 'There is no default payment method set on this Customer or Subscription.',
};
const unconfirmed: Decline = {
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The method that an invoice is paid with, as it stands. */
export function methodFor(
  account: Account,
  invoice: Pick<Stripe.Invoice, 'parent' | 'customer' | 'default_payment_method'>,
): string | undefined {
  const subscription = subscriptionOf(invoice);
  const ofSubscription =
    subscription === null ? null : account.get('subscription', subscription).default_payment_method;
  const ofCustomer =
    account.store.table('customer').get(customerOf(invoice))?.invoice_settings.default_payment_method ?? null;
  const method = invoice.default_payment_method ?? ofSubscription ?? ofCustomer;
  return method === null ? undefined : idOf(method);
}

/** What would come of charging a method now. */
export function foretell(account: Account, method: string | undefined, isConfirmed = false): Outcome {
  if (method === undefined) return { is: 'declined', decline: noMethod };
  const { charging }: Card = cardOf(account, method);
  if (charging === 'paid' || (typeof charging === 'string' && isConfirmed)) return { is: 'paid' };
  if (typeof charging === 'object') return { is: 'declined', decline: charging };
  const isSetUp = charging === 'authentication-once' && account.notes.has(authenticatedKey(method));
  return isSetUp ? { is: 'paid' } : { is: 'authentication', decline: unconfirmed };
}

/** A person confirmed with their bank: cards that ask once are not asked again. */
export const authenticatedKey = (method: string): string => `authenticated/${method}`;

/** Tries to collect an open invoice, with all that follows from success or failure. */
export function attempt(account: Account, id: string, how: How = {}): Outcome {
  const invoice = account.get('invoice', id);
  const method = how.method ?? methodFor(account, invoice);
  const outcome = foretell(account, method, how.isConfirmed);
  // After the first attempt those by hand neither count nor move the schedule.
  const counts = !invoice.attempted || how.isScheduled === true;
  const attempts = { attempted: true, attempt_count: invoice.attempt_count + (counts ? 1 : 0) };
  const intent = intentOf(account, id);
  if (outcome.is === 'paid') {
    if (intent && method) collect(account, invoice, intent, method);
    account.put('invoice', { ...account.get('invoice', id), ...attempts });
    markPaid(account, id);
    return outcome;
  }
  const failed = account.put('invoice', {
    ...invoice,
    ...attempts,
    next_payment_attempt: counts ? nextAttempt(account, invoice) : invoice.next_payment_attempt,
  });
  if (intent) refuse(account, invoice, intent, method, outcome, how.isOnSession === true);
  if (outcome.is === 'authentication') account.emit('invoice.payment_action_required', failed);
  if (outcome.is === 'declined' || how.isOnSession !== true) account.emit('invoice.payment_failed', failed);
  afterFailure(account, failed);
  return outcome;
}

/** When the next attempt is, in seconds: a subscription's first invoice is not tried again by itself. */
function nextAttempt(account: Account, invoice: Stripe.Invoice): number | null {
  if (invoice.billing_reason === 'subscription_create' || invoice.auto_advance === false) return null;
  const wait = account.billing.retryDays[invoice.attempt_count];
  const since = invoice.status_transitions.finalized_at ?? invoice.created;
  return wait === undefined ? null : since + wait * day;
}
