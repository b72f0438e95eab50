import type Stripe from 'stripe';
import {
  boolean,
  emptyable,
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
import { expanding, paging } from '../request/listing.ts';

type Features = Required<Stripe.BillingPortal.ConfigurationCreateParams.Features>;
const proration = oneOf('create_prorations', 'always_invoice', 'none');
const reason = oneOf(
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
);

const quantity = {
  enabled: required(boolean),
  maximum: natural,
  minimum: natural,
} satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.Product.AdjustableQuantity>;

const product = {
  adjustable_quantity: object(quantity),
  prices: required(list(name)),
  product: required(name),
} satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.Product>;

const condition = object({
  type: required(oneOf('decreasing_item_amount', 'shortening_interval')),
} satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.ScheduleAtPeriodEnd.Condition>);

export const featuresTable = {
  customer_update: object({
    allowed_updates: emptyable(list(oneOf('address', 'email', 'name', 'phone', 'shipping', 'tax_id'))),
    enabled: boolean,
  } satisfies TableOf<Features['customer_update']>),
  invoice_history: object({ enabled: required(boolean) } satisfies TableOf<Features['invoice_history']>),
  payment_method_update: object({
    enabled: required(boolean),
    ...refused('payment_method_configuration'),
  } satisfies TableOf<Features['payment_method_update']>),
  subscription_cancel: object({
    cancellation_reason: object({
      enabled: required(boolean),
      options: emptyable(list(reason)),
      ...refused('feedback_options'),
    } satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionCancel.CancellationReason>),
    enabled: boolean,
    mode: oneOf('at_period_end', 'immediately'),
    proration_behavior: proration,
  } satisfies TableOf<Features['subscription_cancel']>),
  subscription_update: object({
    default_allowed_updates: emptyable(list(oneOf('price', 'quantity', 'promotion_code'))),
    enabled: boolean,
    products: emptyable(list(object(product))),
    proration_behavior: proration,
    schedule_at_period_end: object({
      conditions: list(condition),
    } satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.ScheduleAtPeriodEnd>),
    trial_update_behavior: oneOf('continue_trial', 'end_trial'),
    ...refused('billing_cycle_anchor'),
  } satisfies TableOf<Features['subscription_update']>),
  ...refused('subscription_pause'),
} satisfies TableOf<Features>;

const common = {
  ...expanding,
  business_profile: object({
    headline: emptyable(text),
    privacy_policy_url: emptyable(text),
    terms_of_service_url: emptyable(text),
  } satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams.BusinessProfile>),
  default_return_url: emptyable(text),
  metadata,
  name: emptyable(text),
  ...refused('login_page'),
};

export const configurationCreate = {
  ...common,
  features: required(object(featuresTable)),
} satisfies TableOf<Stripe.BillingPortal.ConfigurationCreateParams>;
export const configurationUpdate = {
  ...common,
  active: boolean,
  features: object(featuresTable),
} satisfies TableOf<Stripe.BillingPortal.ConfigurationUpdateParams>;
export const configurationRetrieve = {
  ...expanding,
} satisfies TableOf<Stripe.BillingPortal.ConfigurationRetrieveParams>;
export const configurationList = {
  ...paging,
  active: boolean,
  is_default: boolean,
} satisfies TableOf<Stripe.BillingPortal.ConfigurationListParams>;

export const portalSessionCreate = {
  ...expanding,
  configuration: name,
  customer: required(name),
  locale: name,
  return_url: name,
  ...refused('after_expiration', 'customer_account', 'flow_data', 'on_behalf_of'),
} satisfies TableOf<Stripe.BillingPortal.SessionCreateParams>;
