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
  noParameters,
  type NoneOf,
  type TableOf,
} from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';

const marketingFeature = object({
  name: required(name),
} satisfies TableOf<Stripe.ProductCreateParams.MarketingFeature>);

export const productCreate = {
  ...expanding,
  active: boolean,
  description: text,
  id: name,
  images: list(name),
  marketing_features: list(marketingFeature),
  metadata,
  name: required(name),
  shippable: boolean,
  statement_descriptor: text,
  type: oneOf('good', 'service'),
  unit_label: text,
  url: text,
  ...refused('default_price_data', 'package_dimensions', 'tax_code', 'tax_details'),
} satisfies TableOf<Stripe.ProductCreateParams>;

export const productUpdate = {
  ...expanding,
  active: boolean,
  default_price: name,
  description: emptyable(text),
  images: emptyable(list(name)),
  marketing_features: emptyable(list(marketingFeature)),
  metadata,
  name,
  shippable: boolean,
  statement_descriptor: text,
  unit_label: emptyable(text),
  url: emptyable(text),
  ...refused('package_dimensions', 'tax_code', 'tax_details'),
} satisfies TableOf<Stripe.ProductUpdateParams>;

export const productRetrieve = { ...expanding } satisfies TableOf<Stripe.ProductRetrieveParams>;
export const productDelete: NoneOf<Stripe.ProductDeleteParams> = noParameters;

export const productList = {
  ...paging,
  active: boolean,
  created: when,
  ids: list(name),
  shippable: boolean,
  type: oneOf('good', 'service'),
  url: text,
} satisfies TableOf<Stripe.ProductListParams>;

const interval = oneOf('day', 'week', 'month', 'year');
const usage = oneOf('licensed', 'metered');
const taxBehavior = oneOf('exclusive', 'inclusive', 'unspecified');

export const recurringTable = {
  interval: required(interval),
  interval_count: natural,
  meter: name,
  trial_period_days: natural,
  usage_type: usage,
} satisfies TableOf<Stripe.PriceCreateParams.Recurring>;

const productData = {
  active: boolean,
  id: name,
  metadata,
  name: required(name),
  statement_descriptor: text,
  unit_label: text,
  ...refused('tax_code', 'tax_details'),
} satisfies TableOf<Stripe.PriceCreateParams.ProductData>;

export const priceCreate = {
  ...expanding,
  active: boolean,
  billing_scheme: oneOf('per_unit'),
  currency: required(name),
  lookup_key: name,
  metadata,
  nickname: text,
  product: name,
  product_data: object(productData),
  recurring: object(recurringTable),
  tax_behavior: taxBehavior,
  transfer_lookup_key: boolean,
  unit_amount: natural,
  unit_amount_decimal: name,
  ...refused('currency_options', 'custom_unit_amount', 'tiers', 'tiers_mode', 'transform_quantity'),
} satisfies TableOf<Stripe.PriceCreateParams>;

export const priceUpdate = {
  ...expanding,
  active: boolean,
  lookup_key: text,
  metadata,
  nickname: text,
  tax_behavior: taxBehavior,
  transfer_lookup_key: boolean,
  ...refused('currency_options'),
} satisfies TableOf<Stripe.PriceUpdateParams>;

export const priceRetrieve = { ...expanding } satisfies TableOf<Stripe.PriceRetrieveParams>;

export const priceList = {
  ...paging,
  active: boolean,
  created: when,
  currency: name,
  lookup_keys: list(name),
  product: name,
  recurring: object({ interval, meter: name, usage_type: usage } satisfies TableOf<Stripe.PriceListParams.Recurring>),
  type: oneOf('one_time', 'recurring'),
} satisfies TableOf<Stripe.PriceListParams>;
