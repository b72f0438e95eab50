import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { customerOf } from '../subscriptions/subscription-object.ts';

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
