import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import type { Outcome } from '../customers/test-cards.ts';
import { clockOfInvoice } from '../invoices/intent.ts';
import { newCharge } from './charge-object.ts';

/** Takes the money. */
export function collect(
  account: Account,
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
  methodId: string,
): void {
  const now = account.now(clockOfInvoice(invoice));
  const method = account.get('payment_method', methodId);
  const charge = account.add(
    'charge',
    newCharge(account, intent, method, { status: 'succeeded' }, now),
    'charge.succeeded',
  );
  const done = {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    payment_method: methodId,
    last_payment_error: null,
    next_action: null,
  };
  account.change('payment_intent', intent.id, done, 'payment_intent.succeeded');
}

/** Tells of a payment that failed, or that waits for its payer. */
export function refuse(
  account: Account,
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
  methodId: string | undefined,
  outcome: Outcome,
  isOnSession: boolean,
): void {
  if (outcome.is === 'paid') return;
  const { code, decline_code, message } = outcome.decline;
  const method = methodId === undefined ? undefined : account.get('payment_method', methodId);
  if (outcome.is === 'authentication' && isOnSession) {
    const next_action: Stripe.PaymentIntent.NextAction = {
      type: 'use_stripe_sdk',
      use_stripe_sdk: { type: 'three_d_secure_redirect' },
    };
    const changes = { status: 'requires_action', next_action, ...(method ? { payment_method: method.id } : {}) };
    account.change('payment_intent', intent.id, changes, 'payment_intent.requires_action');
    return;
  }
  const now = account.now(clockOfInvoice(invoice));
  const charge =
    method && newCharge(account, intent, method, { status: 'failed', code, message, reason: decline_code }, now);
  if (charge) account.add('charge', charge, 'charge.failed');
  const error: Stripe.PaymentIntent.LastPaymentError = {
    type: 'card_error',
    code,
    decline_code,
    message,
    ...(method ? { payment_method: method } : {}),
    ...(charge ? { charge: charge.id } : {}),
  };
  const changes = {
    status: 'requires_payment_method',
    last_payment_error: error,
    ...(charge ? { latest_charge: charge.id } : {}),
  };
  account.change('payment_intent', intent.id, changes, 'payment_intent.payment_failed');
}
