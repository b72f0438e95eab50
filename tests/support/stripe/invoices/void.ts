import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { badRequest } from '../request/errors.ts';
import { clockOfInvoice, intentOf } from './intent.ts';

/** Declares an invoice to be a mistake: nothing is owed. */
export function voidInvoice(account: Account, id: string): Stripe.Invoice {
  const invoice = account.get('invoice', id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible')
    throw badRequest(
      `You can only pass in open or uncollectible invoices. This invoice is ${invoice.status ?? 'unknown'}.`,
      undefined,
      'status_transition_invalid',
    );
  const now = account.now(clockOfInvoice(invoice));
  const intent = intentOf(account, id);
  if (intent && intent.status !== 'succeeded')
    account.change(
      'payment_intent',
      intent.id,
      { status: 'canceled', canceled_at: now, cancellation_reason: 'void_invoice', next_action: null },
      'payment_intent.canceled',
    );
  const status_transitions = { ...invoice.status_transitions, voided_at: now };
  const changes = { status: 'void', auto_advance: false, next_payment_attempt: null, status_transitions };
  return account.change('invoice', id, changes, 'invoice.voided');
}

export function markUncollectible(account: Account, id: string): Stripe.Invoice {
  const invoice = account.get('invoice', id);
  if (invoice.status !== 'open')
    throw badRequest(
      `You can only mark open invoices as uncollectible. This invoice is ${invoice.status ?? 'unknown'}.`,
      undefined,
      'status_transition_invalid',
    );
  const status_transitions = {
    ...invoice.status_transitions,
    marked_uncollectible_at: account.now(clockOfInvoice(invoice)),
  };
  const changes = { status: 'uncollectible', auto_advance: false, next_payment_attempt: null, status_transitions };
  return account.change('invoice', id, changes, 'invoice.marked_uncollectible');
}
