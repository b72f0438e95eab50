import type Stripe from 'stripe';

type Own = Pick<
  Stripe.Subscription,
  | 'id'
  | 'created'
  | 'currency'
  | 'customer'
  | 'items'
  | 'status'
  | 'test_clock'
  | 'trial_end'
  | 'trial_start'
  | 'billing_cycle_anchor'
>;

/** A subscription with everything that nobody asked for as Stripe has it then. */
export function newSubscription(own: Own): Stripe.Subscription {
  return {
    ...own,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: null, type: 'classic' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    customer_account: null,
    days_until_due: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: 'off' },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: own.created,
    transfer_data: null,
    trial_settings: trialEndingWith('create_invoice'),
  };
}

/** The customer's id, which the double always keeps as one. */
export function customerOf({ customer }: { readonly customer: string | { readonly id: string } | null }): string {
  return typeof customer === 'string' ? customer : (customer?.id ?? '');
}

export function clockIdOf({ test_clock }: Pick<Stripe.Subscription, 'test_clock'>): string | null {
  return typeof test_clock === 'string' ? test_clock : (test_clock?.id ?? null);
}

export function trialEndingWith(
  missing: Stripe.Subscription.TrialSettings.EndBehavior.MissingPaymentMethod,
): Stripe.Subscription.TrialSettings {
  return { end_behavior: { billing_cycle_anchor: null, missing_payment_method: missing } };
}
