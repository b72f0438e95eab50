import type Stripe from 'stripe';
import * as kinds from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';
import { trialSettings } from '../subscriptions/parameters.ts';

const lineItem = {
  price: kinds.required(kinds.name),
  quantity: kinds.natural,
  ...kinds.refused('adjustable_quantity', 'metadata', 'price_data', 'tax_rates'),
} satisfies kinds.TableOf<Stripe.Checkout.SessionCreateParams.LineItem>;

const subscriptionData = {
  description: kinds.text,
  metadata: kinds.metadata,
  trial_end: kinds.natural,
  trial_period_days: kinds.natural,
  trial_settings: trialSettings,
  ...kinds.refused(
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
} satisfies kinds.TableOf<Stripe.Checkout.SessionCreateParams.SubscriptionData>;

export const sessionCreate = {
  ...expanding,
  cancel_url: kinds.name,
  client_reference_id: kinds.name,
  customer: kinds.name,
  customer_email: kinds.name,
  expires_at: kinds.natural,
  line_items: kinds.required(kinds.list(kinds.object(lineItem))),
  locale: kinds.name,
  metadata: kinds.metadata,
  mode: kinds.required(kinds.oneOf('subscription')),
  payment_method_collection: kinds.oneOf('always', 'if_required'),
  subscription_data: kinds.object(subscriptionData),
  success_url: kinds.required(kinds.name),
  ui_mode: kinds.oneOf('hosted_page'),
  ...kinds.refused(
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
} satisfies kinds.TableOf<Stripe.Checkout.SessionCreateParams>;

export const sessionRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.Checkout.SessionRetrieveParams>;
export const sessionExpire = { ...expanding } satisfies kinds.TableOf<Stripe.Checkout.SessionExpireParams>;
export const sessionLineItems = { ...paging } satisfies kinds.TableOf<Stripe.Checkout.SessionListLineItemsParams>;

export const sessionList = {
  ...paging,
  created: when,
  customer: kinds.name,
  status: kinds.oneOf('open', 'complete', 'expired'),
  subscription: kinds.name,
  ...kinds.refused('customer_account', 'customer_details', 'payment_intent', 'payment_link'),
} satisfies kinds.TableOf<Stripe.Checkout.SessionListParams>;
