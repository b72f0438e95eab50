import type Stripe from 'stripe';
import { boolean, metadata, name, natural, oneOf, refused, required, type TableOf } from '../../request/kinds.ts';
import { expanding, paging } from '../../request/listing.ts';

export const proration = oneOf('create_prorations', 'always_invoice', 'none');

export const newItem = {
  metadata,
  price: name,
  quantity: natural,
  ...refused('billing_thresholds', 'current_trial', 'discounts', 'plan', 'price_data', 'tax_rates'),
} satisfies TableOf<Stripe.SubscriptionCreateParams.Item>;

export const changedItem = {
  deleted: boolean,
  id: name,
  metadata,
  price: name,
  quantity: natural,
  ...refused('billing_thresholds', 'clear_usage', 'current_trial', 'discounts', 'plan', 'price_data', 'tax_rates'),
} satisfies TableOf<Stripe.SubscriptionUpdateParams.Item>;

export const itemUpdate = {
  ...expanding,
  metadata,
  off_session: boolean,
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  price: name,
  proration_behavior: proration,
  proration_date: natural,
  quantity: natural,
  ...refused('billing_thresholds', 'current_trial', 'discounts', 'plan', 'price_data', 'tax_rates'),
} satisfies TableOf<Stripe.SubscriptionItemUpdateParams>;

export const itemRetrieve = { ...expanding } satisfies TableOf<Stripe.SubscriptionItemRetrieveParams>;

export const itemList = {
  ...paging,
  subscription: required(name),
} satisfies TableOf<Stripe.SubscriptionItemListParams>;
