import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { idOf } from '../account/store.ts';
import { badRequest, missingParameter } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import type { refundCreate } from '../invoices/parameters.ts';

/** Gives money back, all that is left of it unless an amount is named. Throws for more than is left. */
export function refund(account: Account, params: Omit<Parsed<typeof refundCreate>, 'expand'>): Stripe.Refund {
  const charge = chargeFor(account, params);
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = params.amount ?? left;
  if (!charge.paid) throw badRequest(`Charge ${charge.id} has not been paid.`, 'charge');
  if (left === 0)
    throw badRequest(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded');
  if (amount < 1 || amount > left)
    throw badRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, 'amount');
  const created: Stripe.Refund = {
    id: account.newId('refund'),
    object: 'refund',
    amount,
    balance_transaction: account.ids.next('txn'),
    charge: charge.id,
    created: account.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: { type: 'card', card: { type: 'reversal' } },
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
  account.put('refund', created);
  const refunded = charge.amount_refunded + amount;
  account.change(
    'charge',
    charge.id,
    { amount_refunded: refunded, refunded: refunded === charge.amount_captured },
    'charge.refunded',
  );
  account.emit('refund.created', created);
  return created;
}

function chargeFor(
  account: Account,
  params: { readonly charge?: string; readonly payment_intent?: string },
): Stripe.Charge {
  if (params.charge !== undefined) return account.get('charge', params.charge, 'charge');
  if (params.payment_intent === undefined) throw missingParameter('charge');
  const { id, latest_charge } = account.get('payment_intent', params.payment_intent, 'payment_intent');
  if (latest_charge === null)
    throw badRequest(`This PaymentIntent (${id}) does not have a successful charge to refund.`, 'payment_intent');
  return account.get('charge', idOf(latest_charge));
}
