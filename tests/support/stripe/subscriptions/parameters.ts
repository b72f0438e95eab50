import type Stripe from 'stripe';
import * as kinds from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';
import { changedItem, newItem, proration } from './items/item-parameters.ts';

const methodTypes = kinds.list(kinds.oneOf('card'));

const paymentSettings = kinds.object({
  payment_method_types: kinds.emptyable(methodTypes),
  save_default_payment_method: kinds.oneOf('off', 'on_subscription'),
  ...kinds.refused('payment_method_options'),
} satisfies kinds.TableOf<Stripe.SubscriptionCreateParams.PaymentSettings>);

export const trialSettings = kinds.object({
  end_behavior: kinds.required(
    kinds.object({
      missing_payment_method: kinds.required(kinds.oneOf('cancel', 'create_invoice', 'pause')),
      ...kinds.refused('billing_cycle_anchor'),
    } satisfies kinds.TableOf<Stripe.SubscriptionCreateParams.TrialSettings.EndBehavior>),
  ),
} satisfies kinds.TableOf<Stripe.SubscriptionCreateParams.TrialSettings>);

const refusedOfBoth = kinds.refused(
  'add_invoice_items',
  'application_fee_percent',
  'automatic_tax',
  'billing_schedules',
  'billing_thresholds',
  'collection_method',
  'days_until_due',
  'default_source',
  'default_tax_rates',
  'discounts',
  'invoice_settings',
  'on_behalf_of',
  'pending_invoice_item_interval',
  'transfer_data',
  'trial_from_plan',
);

const common = {
  ...expanding,
  ...refusedOfBoth,
  cancel_at_period_end: kinds.boolean,
  default_payment_method: kinds.name,
  metadata: kinds.metadata,
  off_session: kinds.boolean,
  payment_settings: paymentSettings,
  proration_behavior: proration,
  trial_end: kinds.either<'now', number>(kinds.oneOf('now'), kinds.natural),
  trial_settings: trialSettings,
};

export const subscriptionCreate = {
  ...common,
  cancel_at: kinds.integer,
  currency: kinds.name,
  customer: kinds.required(kinds.name),
  description: kinds.text,
  items: kinds.required(kinds.list(kinds.object(newItem))),
  payment_behavior: kinds.oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  trial_period_days: kinds.natural,
  ...kinds.refused(
    'backdate_start_date',
    'billing_cycle_anchor',
    'billing_cycle_anchor_config',
    'billing_mode',
    'customer_account',
  ),
} satisfies kinds.TableOf<Stripe.SubscriptionCreateParams>;

const cancellationDetails = kinds.object({
  comment: kinds.emptyable(kinds.text),
  feedback: kinds.emptyable(
    kinds.oneOf(
      'customer_service',
      'low_quality',
      'missing_features',
      'other',
      'switched_service',
      'too_complex',
      'too_expensive',
      'unused',
    ),
  ),
  ...kinds.refused('feedback_option'),
} satisfies kinds.TableOf<Stripe.SubscriptionCancelParams.CancellationDetails>);

export const subscriptionUpdate = {
  ...common,
  billing_cycle_anchor: kinds.oneOf('now', 'unchanged'),
  cancel_at: kinds.emptyable(kinds.integer),
  cancellation_details: cancellationDetails,
  description: kinds.emptyable(kinds.text),
  items: kinds.list(kinds.object(changedItem)),
  payment_behavior: kinds.oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  proration_date: kinds.natural,
  ...kinds.refused('pause_collection'),
} satisfies kinds.TableOf<Stripe.SubscriptionUpdateParams>;

export const subscriptionRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.SubscriptionRetrieveParams>;

export const subscriptionCancel = {
  ...expanding,
  cancellation_details: cancellationDetails,
  invoice_now: kinds.boolean,
  prorate: kinds.boolean,
} satisfies kinds.TableOf<Stripe.SubscriptionCancelParams>;

export const subscriptionResume = {
  ...expanding,
  billing_cycle_anchor: kinds.object({
    type: kinds.required(kinds.oneOf('now')),
  } satisfies kinds.TableOf<Stripe.SubscriptionResumeParams.BillingCycleAnchor>),
  proration_behavior: proration,
  ...kinds.refused('payment_behavior', 'proration_date'),
} satisfies kinds.TableOf<Stripe.SubscriptionResumeParams>;

export const subscriptionList = {
  ...paging,
  collection_method: kinds.oneOf('charge_automatically', 'send_invoice'),
  created: when,
  current_period_end: when,
  current_period_start: when,
  customer: kinds.name,
  price: kinds.name,
  status: kinds.oneOf(
    'active',
    'all',
    'canceled',
    'ended',
    'incomplete',
    'incomplete_expired',
    'past_due',
    'paused',
    'trialing',
    'unpaid',
  ),
  test_clock: kinds.name,
  ...kinds.refused('automatic_tax', 'customer_account', 'plan'),
} satisfies kinds.TableOf<Stripe.SubscriptionListParams>;
