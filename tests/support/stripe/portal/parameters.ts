import type Stripe from 'stripe';
import * as kinds from '../request/kinds.ts';
import { expanding, paging } from '../request/listing.ts';

type Features = Required<Stripe.BillingPortal.ConfigurationCreateParams.Features>;
const proration = kinds.oneOf('create_prorations', 'always_invoice', 'none');
const reason = kinds.oneOf(
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
  enabled: kinds.required(kinds.boolean),
  maximum: kinds.natural,
  minimum: kinds.natural,
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.Product.AdjustableQuantity>;

const product = {
  adjustable_quantity: kinds.object(quantity),
  prices: kinds.required(kinds.list(kinds.name)),
  product: kinds.required(kinds.name),
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.Product>;

const condition = kinds.object({
  type: kinds.required(kinds.oneOf('decreasing_item_amount', 'shortening_interval')),
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.ScheduleAtPeriodEnd.Condition>);

export const featuresTable = {
  customer_update: kinds.object({
    allowed_updates: kinds.emptyable(
      kinds.list(kinds.oneOf('address', 'email', 'name', 'phone', 'shipping', 'tax_id')),
    ),
    enabled: kinds.boolean,
  } satisfies kinds.TableOf<Features['customer_update']>),
  invoice_history: kinds.object({ enabled: kinds.required(kinds.boolean) } satisfies kinds.TableOf<
    Features['invoice_history']
  >),
  payment_method_update: kinds.object({
    enabled: kinds.required(kinds.boolean),
    ...kinds.refused('payment_method_configuration'),
  } satisfies kinds.TableOf<Features['payment_method_update']>),
  subscription_cancel: kinds.object({
    cancellation_reason: kinds.object({
      enabled: kinds.required(kinds.boolean),
      options: kinds.emptyable(kinds.list(reason)),
      ...kinds.refused('feedback_options'),
    } satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionCancel.CancellationReason>),
    enabled: kinds.boolean,
    mode: kinds.oneOf('at_period_end', 'immediately'),
    proration_behavior: proration,
  } satisfies kinds.TableOf<Features['subscription_cancel']>),
  subscription_update: kinds.object({
    default_allowed_updates: kinds.emptyable(kinds.list(kinds.oneOf('price', 'quantity', 'promotion_code'))),
    enabled: kinds.boolean,
    products: kinds.emptyable(kinds.list(kinds.object(product))),
    proration_behavior: proration,
    schedule_at_period_end: kinds.object({
      conditions: kinds.emptyable(kinds.list(condition)),
    } satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.ScheduleAtPeriodEnd>),
    trial_update_behavior: kinds.oneOf('continue_trial', 'end_trial'),
    ...kinds.refused('billing_cycle_anchor'),
  } satisfies kinds.TableOf<Features['subscription_update']>),
  subscription_pause: kinds.object({ enabled: kinds.off, ...kinds.refused('duration') } satisfies kinds.TableOf<
    Features['subscription_pause']
  >),
} satisfies kinds.TableOf<Features>;

const common = {
  ...expanding,
  business_profile: kinds.object({
    headline: kinds.emptyable(kinds.text),
    privacy_policy_url: kinds.emptyable(kinds.text),
    terms_of_service_url: kinds.emptyable(kinds.text),
  } satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams.BusinessProfile>),
  default_return_url: kinds.emptyable(kinds.text),
  metadata: kinds.metadata,
  name: kinds.emptyable(kinds.text),
  ...kinds.refused('login_page'),
};

export const configurationCreate = {
  ...common,
  features: kinds.required(kinds.object(featuresTable)),
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationCreateParams>;
export const configurationUpdate = {
  ...common,
  active: kinds.boolean,
  features: kinds.object(featuresTable),
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationUpdateParams>;
export const configurationRetrieve = {
  ...expanding,
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationRetrieveParams>;
export const configurationList = {
  ...paging,
  active: kinds.boolean,
  is_default: kinds.boolean,
} satisfies kinds.TableOf<Stripe.BillingPortal.ConfigurationListParams>;

export const portalSessionCreate = {
  ...expanding,
  configuration: kinds.name,
  customer: kinds.required(kinds.name),
  locale: kinds.name,
  return_url: kinds.name,
  ...kinds.refused('after_expiration', 'customer_account', 'flow_data', 'on_behalf_of'),
} satisfies kinds.TableOf<Stripe.BillingPortal.SessionCreateParams>;
