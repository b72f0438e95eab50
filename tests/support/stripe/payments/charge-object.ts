import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';

type Charged = {
  readonly status: 'succeeded' | 'failed';
  readonly code?: string;
  readonly message?: string;
  readonly reason?: string;
};
const nowhere: Stripe.Address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

export function newCharge(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  charged: Charged,
  created: number,
): Stripe.Charge {
  const isPaid = charged.status === 'succeeded';
  const id = account.newId('charge');
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: isPaid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: isPaid ? account.ids.next('txn') : null,
    billing_details: { address: nowhere, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'LOCAL DOUBLE',
    captured: isPaid,
    created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: charged.code ?? null,
    failure_message: charged.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: outcomeOf(charged),
    paid: isPaid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { type: 'card', card: cardDetails(method, intent.amount, isPaid) },
    receipt_email: null,
    receipt_number: null,
    receipt_url: isPaid ? `${account.pagesUrl}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charged.status,
    transfer_data: null,
    transfer_group: null,
  };
}

function outcomeOf({ status, reason, message }: Charged): Stripe.Charge.Outcome {
  const isPaid = status === 'succeeded';
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: isPaid ? 'approved_by_network' : 'declined_by_network',
    reason: reason ?? null,
    seller_message: isPaid ? 'Payment complete.' : (message ?? null),
    type: isPaid ? 'authorized' : 'issuer_declined',
  };
}

function cardDetails(
  { card }: Stripe.PaymentMethod,
  amount: number,
  isPaid: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: isPaid ? amount : null,
    authorization_code: isPaid ? '123456' : null,
    brand: card?.brand ?? null,
    checks: card?.checks ?? null,
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 1,
    exp_year: card?.exp_year ?? 2034,
    extended_authorization: { status: 'disabled' },
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card?.brand ?? null,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: null,
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}
