import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { customerOf } from '../subscriptions/subscription-object.ts';

type Charged = {
  readonly status: 'succeeded' | 'failed';
  readonly code?: string;
  readonly message?: string;
  readonly reason?: string;
};
const nowhere: Stripe.Address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

export function newIntent(account: Account, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const id = account.newId('payment_intent');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: invoice.amount_due,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_${account.ids.next('x', 20).slice(2)}`,
    confirmation_method: 'automatic',
    created: account.now(typeof invoice.test_clock === 'string' ? invoice.test_clock : null),
    currency: invoice.currency,
    customer: customerOf(invoice),
    customer_account: null,
    description: 'Subscription creation',
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: 'off_session',
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}

export function newInvoicePayment(account: Account, invoice: Stripe.Invoice, intent: string): Stripe.InvoicePayment {
  return {
    id: account.newId('invoice_payment'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: account.now(typeof invoice.test_clock === 'string' ? invoice.test_clock : null),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  };
}

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
    payment_method_details: { type: 'card' },
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
