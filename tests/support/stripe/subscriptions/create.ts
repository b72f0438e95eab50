import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { day } from '../account/settings.ts';
import { attach, clockOfCustomer } from '../customers/payment-method-object.ts';
import { cardError } from '../customers/test-cards.ts';
import { attempt, foretell } from '../invoices/attempt.ts';
import { draft } from '../invoices/draft.ts';
import { finalize } from '../invoices/finalize.ts';
import { linesAhead } from '../invoices/lines.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { amountOf, listOfItems, newItem, priceFor, rhythmOf } from './items/items.ts';
import type { subscriptionCreate } from './parameters.ts';
import { periodFrom, type Period } from './period.ts';
import { newSubscription, trialEndingWith } from './subscription-object.ts';

export type SubscriptionParams = Omit<
  Parsed<typeof subscriptionCreate>,
  'expand' | 'currency' | 'off_session' | 'proration_behavior'
> & {
  /** A person confirmed the payment with their bank already. */
  readonly isConfirmed?: boolean;
};

/** Begins a subscription: with a trial, or with an invoice that is paid at once, or is not. */
export function createSubscription(account: Account, params: SubscriptionParams): Stripe.Subscription {
  const customer = account.get('customer', params.customer, 'customer');
  const prices = params.items.map(({ price }, index) => priceFor(account, price, `items[${index}][price]`));
  const { recurring, currency } = rhythmOf(prices);
  if (customer.currency !== null && customer.currency !== currency)
    throw badRequest(
      `You cannot combine currencies on a single customer. This customer has had ${customer.currency ?? ''} before.`,
      'currency',
    );
  const clock = clockOfCustomer(account, customer.id);
  const now = account.now(clock);
  const trialEnd = trialEndOf(params, now);
  const period: Period = trialEnd === null ? periodFrom(now, now, recurring) : { start: now, end: trialEnd };
  const method =
    params.default_payment_method === undefined
      ? null
      : attach(account, params.default_payment_method, customer.id, 'default_payment_method').id;

  const id = account.newId('subscription');
  const data = params.items.map((wanted, index) => newItem(account, id, wanted, period, `items[${index}]`));
  const due = trialEnd === null ? data.reduce((sum, item) => sum + amountOf(item), 0) : 0;
  const payer = method ?? idOrNull(customer.invoice_settings.default_payment_method);
  const behavior = params.payment_behavior ?? 'allow_incomplete';
  if (due + customer.balance > 0 && behavior !== 'default_incomplete') {
    if (payer === null)
      throw badRequest(
        'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
        undefined,
        'resource_missing',
      );
    const outcome = foretell(account, payer);
    if (behavior === 'error_if_incomplete' && outcome.is !== 'paid') throw cardError(outcome.decline);
  }
  const missing = params.trial_settings?.end_behavior.missing_payment_method;
  const cancelAt = params.cancel_at ?? (params.cancel_at_period_end ? period.end : null);
  const subscription: Stripe.Subscription = {
    ...newSubscription({
      id,
      created: now,
      currency,
      customer: customer.id,
      items: listOfItems(id, data),
      status: trialEnd === null ? 'incomplete' : 'trialing',
      test_clock: clock,
      trial_start: trialEnd === null ? null : now,
      trial_end: trialEnd,
      billing_cycle_anchor: trialEnd ?? now,
    }),
    cancel_at: cancelAt,
    cancel_at_period_end: params.cancel_at_period_end ?? false,
    canceled_at: cancelAt === null ? null : now,
    default_payment_method: method,
    description: params.description ?? null,
    metadata: params.metadata ?? {},
    ...(missing ? { trial_settings: trialEndingWith(missing) } : {}),
  };
  account.add('subscription', subscription, 'customer.subscription.created');
  begin(account, subscription, period, behavior, params.isConfirmed === true);
  return account.get('subscription', id);
}

function begin(
  account: Account,
  subscription: Stripe.Subscription,
  period: Period,
  behavior: string,
  isConfirmed: boolean,
): void {
  const isTrial = subscription.status === 'trialing';
  const lines = linesAhead(account, subscription, period, isTrial);
  const invoice = draft(account, subscription, {
    reason: 'subscription_create',
    lines,
    period: { start: period.start, end: period.start },
    finalizesIn: 0,
  });
  const finalized = finalize(account, invoice.id);
  if (finalized.status === 'open' && behavior !== 'default_incomplete')
    attempt(account, invoice.id, { isOnSession: true, isConfirmed });
}

function trialEndOf({ trial_end, trial_period_days: days }: SubscriptionParams, now: number): number | null {
  if (trial_end !== undefined && days !== undefined)
    throw badRequest(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'trial_period_days',
    );
  if (trial_end === 'now') return null;
  if (trial_end !== undefined && trial_end <= now)
    throw badRequest('Invalid timestamp: must be an integer Unix timestamp in the future', 'trial_end');
  if (days !== undefined && (days < 1 || days > 730))
    throw badRequest('Invalid trial_period_days: must be between 1 and 730', 'trial_period_days');
  return trial_end ?? (days === undefined ? null : now + days * day);
}

const idOrNull = (reference: string | { readonly id: string } | null): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);
