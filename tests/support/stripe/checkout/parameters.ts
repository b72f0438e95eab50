import type Stripe from 'stripe';
import {
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
import { trialSettings } from '../subscriptions/parameters.ts';

const lineItem = {
  price: required(name),
  quantity: natural,
  ...refused('adjustable_quantity', 'metadata', 'price_data', 'tax_rates'),
} satisfies TableOf<Stripe.Checkout.SessionCreateParams.LineItem>;

const subscriptionData = {
  description: text,
  metadata,
  trial_end: natural,
  trial_period_days: natural,
  trial_settings: trialSettings,
  ...refused(
    'application_fee_percent',
    'billing_cycle_anchor',
    'billing_cycle_anchor_config',
    'billing_mode',
    'default_tax_rates',
    'invoice_settings',
    'on_behalf_of',
    'pending_invoice_item_interval',
    'proration_behavior',
    'transfer_data',
  ),
} satisfies TableOf<Stripe.Checkout.SessionCreateParams.SubscriptionData>;

export const sessionCreate = {
  ...expanding,
  cancel_url: name,
  client_reference_id: name,
  customer: name,
  customer_email: name,
  expires_at: natural,
  line_items: required(list(object(lineItem))),
  locale: name,
  metadata,
  mode: required(oneOf('subscription')),
  payment_method_collection: oneOf('always', 'if_required'),
  subscription_data: object(subscriptionData),
  success_url: required(name),
  ui_mode: oneOf('hosted_page'),
  ...refused(
    'adaptive_pricing',
    'after_expiration',
    'allow_promotion_codes',
    'allowed_payment_method_types',
    'automatic_tax',
    'billing_address_collection',
    'branding_settings',
    'consent_collection',
    'currency',
    'custom_fields',
    'custom_text',
    'customer_account',
    'customer_creation',
    'customer_update',
    'discounts',
    'excluded_payment_method_types',
    'integration_identifier',
    'invoice_creation',
    'managed_payments',
    'name_collection',
    'optional_items',
    'origin_context',
    'payment_intent_data',
    'payment_method_configuration',
    'payment_method_data',
    'payment_method_options',
    'permissions',
    'phone_number_collection',
    'redirect_on_completion',
    'return_url',
    'saved_payment_method_options',
    'setup_intent_data',
    'shipping_address_collection',
    'shipping_options',
    'submit_type',
    'tax_id_collection',
    'wallet_options',
  ),
} satisfies TableOf<Stripe.Checkout.SessionCreateParams>;

export const sessionRetrieve = { ...expanding } satisfies TableOf<Stripe.Checkout.SessionRetrieveParams>;
export const sessionExpire = { ...expanding } satisfies TableOf<Stripe.Checkout.SessionExpireParams>;
export const sessionLineItems = { ...paging } satisfies TableOf<Stripe.Checkout.SessionListLineItemsParams>;

export const sessionList = {
  ...paging,
  created: when,
  customer: name,
  status: oneOf('open', 'complete', 'expired'),
  subscription: name,
  ...refused('customer_account', 'customer_details', 'payment_intent', 'payment_link'),
} satisfies TableOf<Stripe.Checkout.SessionListParams>;
