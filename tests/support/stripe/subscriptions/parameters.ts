import type Stripe from 'stripe';
import {
  boolean,
  either,
  emptyable,
  integer,
  list,
  metadata,
  name,
  natural,
  object,
  oneOf,
  refused,
  required,
  text,
  type TableOf,
} from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';
import { changedItem, newItem, proration } from './items/item-parameters.ts';

const methodTypes = list(oneOf('card'));

const paymentSettings = object({
  payment_method_types: emptyable(methodTypes),
  save_default_payment_method: oneOf('off', 'on_subscription'),
  ...refused('payment_method_options'),
} satisfies TableOf<Stripe.SubscriptionCreateParams.PaymentSettings>);

export const trialSettings = object({
  end_behavior: required(
    object({
      missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')),
      ...refused('billing_cycle_anchor'),
    } satisfies TableOf<Stripe.SubscriptionCreateParams.TrialSettings.EndBehavior>),
  ),
} satisfies TableOf<Stripe.SubscriptionCreateParams.TrialSettings>);

const refusedOfBoth = refused(
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
  cancel_at_period_end: boolean,
  default_payment_method: name,
  metadata,
  off_session: boolean,
  payment_settings: paymentSettings,
  proration_behavior: proration,
  trial_end: either<'now', number>(oneOf('now'), natural),
  trial_settings: trialSettings,
};

export const subscriptionCreate = {
  ...common,
  cancel_at: integer,
  currency: name,
  customer: required(name),
  description: text,
  items: required(list(object(newItem))),
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  trial_period_days: natural,
  ...refused(
    'backdate_start_date',
    'billing_cycle_anchor',
    'billing_cycle_anchor_config',
    'billing_mode',
    'customer_account',
  ),
} satisfies TableOf<Stripe.SubscriptionCreateParams>;

const cancellationDetails = object({
  comment: emptyable(text),
  feedback: emptyable(
    oneOf(
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
  ...refused('feedback_option'),
} satisfies TableOf<Stripe.SubscriptionCancelParams.CancellationDetails>);

export const subscriptionUpdate = {
  ...common,
  billing_cycle_anchor: oneOf('now', 'unchanged'),
  cancel_at: emptyable(integer),
  cancellation_details: cancellationDetails,
  description: emptyable(text),
  items: list(object(changedItem)),
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  proration_date: natural,
  ...refused('pause_collection'),
} satisfies TableOf<Stripe.SubscriptionUpdateParams>;

export const subscriptionRetrieve = { ...expanding } satisfies TableOf<Stripe.SubscriptionRetrieveParams>;

export const subscriptionCancel = {
  ...expanding,
  cancellation_details: cancellationDetails,
  invoice_now: boolean,
  prorate: boolean,
} satisfies TableOf<Stripe.SubscriptionCancelParams>;

export const subscriptionResume = {
  ...expanding,
  billing_cycle_anchor: object({
    type: required(oneOf('now')),
  } satisfies TableOf<Stripe.SubscriptionResumeParams.BillingCycleAnchor>),
  proration_behavior: proration,
  ...refused('payment_behavior', 'proration_date'),
} satisfies TableOf<Stripe.SubscriptionResumeParams>;

export const subscriptionList = {
  ...paging,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: when,
  current_period_end: when,
  current_period_start: when,
  customer: name,
  price: name,
  status: oneOf(
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
  test_clock: name,
  ...refused('automatic_tax', 'customer_account', 'plan'),
} satisfies TableOf<Stripe.SubscriptionListParams>;
