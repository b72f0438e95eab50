import type Stripe from 'stripe';
import * as kinds from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';

const marketingFeature = kinds.object({
  name: kinds.required(kinds.name),
} satisfies kinds.TableOf<Stripe.ProductCreateParams.MarketingFeature>);

export const productCreate = {
  ...expanding,
  active: kinds.boolean,
  description: kinds.text,
  id: kinds.name,
  images: kinds.list(kinds.name),
  marketing_features: kinds.list(marketingFeature),
  metadata: kinds.metadata,
  name: kinds.required(kinds.name),
  shippable: kinds.boolean,
  statement_descriptor: kinds.text,
  type: kinds.oneOf('good', 'service'),
  unit_label: kinds.text,
  url: kinds.text,
  ...kinds.refused('default_price_data', 'package_dimensions', 'tax_code', 'tax_details'),
} satisfies kinds.TableOf<Stripe.ProductCreateParams>;

export const productUpdate = {
  ...expanding,
  active: kinds.boolean,
  default_price: kinds.name,
  description: kinds.emptyable(kinds.text),
  images: kinds.emptyable(kinds.list(kinds.name)),
  marketing_features: kinds.emptyable(kinds.list(marketingFeature)),
  metadata: kinds.metadata,
  name: kinds.name,
  shippable: kinds.boolean,
  statement_descriptor: kinds.text,
  unit_label: kinds.emptyable(kinds.text),
  url: kinds.emptyable(kinds.text),
  ...kinds.refused('package_dimensions', 'tax_code', 'tax_details'),
} satisfies kinds.TableOf<Stripe.ProductUpdateParams>;

export const productRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.ProductRetrieveParams>;
export const productDelete: kinds.NoneOf<Stripe.ProductDeleteParams> = kinds.noParameters;

export const productList = {
  ...paging,
  active: kinds.boolean,
  created: when,
  ids: kinds.list(kinds.name),
  shippable: kinds.boolean,
  type: kinds.oneOf('good', 'service'),
  url: kinds.text,
} satisfies kinds.TableOf<Stripe.ProductListParams>;

const interval = kinds.oneOf('day', 'week', 'month', 'year');
const usage = kinds.oneOf('licensed', 'metered');
const taxBehavior = kinds.oneOf('exclusive', 'inclusive', 'unspecified');

export const recurringTable = {
  interval: kinds.required(interval),
  interval_count: kinds.natural,
  meter: kinds.name,
  trial_period_days: kinds.natural,
  usage_type: usage,
} satisfies kinds.TableOf<Stripe.PriceCreateParams.Recurring>;

const productData = {
  active: kinds.boolean,
  id: kinds.name,
  metadata: kinds.metadata,
  name: kinds.required(kinds.name),
  statement_descriptor: kinds.text,
  unit_label: kinds.text,
  ...kinds.refused('tax_code', 'tax_details'),
} satisfies kinds.TableOf<Stripe.PriceCreateParams.ProductData>;

export const priceCreate = {
  ...expanding,
  active: kinds.boolean,
  billing_scheme: kinds.oneOf('per_unit'),
  currency: kinds.required(kinds.name),
  lookup_key: kinds.name,
  metadata: kinds.metadata,
  nickname: kinds.text,
  product: kinds.name,
  product_data: kinds.object(productData),
  recurring: kinds.object(recurringTable),
  tax_behavior: taxBehavior,
  transfer_lookup_key: kinds.boolean,
  unit_amount: kinds.natural,
  unit_amount_decimal: kinds.name,
  ...kinds.refused('currency_options', 'custom_unit_amount', 'tiers', 'tiers_mode', 'transform_quantity'),
} satisfies kinds.TableOf<Stripe.PriceCreateParams>;

export const priceUpdate = {
  ...expanding,
  active: kinds.boolean,
  lookup_key: kinds.text,
  metadata: kinds.metadata,
  nickname: kinds.text,
  tax_behavior: taxBehavior,
  transfer_lookup_key: kinds.boolean,
  ...kinds.refused('currency_options'),
} satisfies kinds.TableOf<Stripe.PriceUpdateParams>;

export const priceRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.PriceRetrieveParams>;

export const priceList = {
  ...paging,
  active: kinds.boolean,
  created: when,
  currency: kinds.name,
  lookup_keys: kinds.list(kinds.name),
  product: kinds.name,
  recurring: kinds.object({
    interval,
    meter: kinds.name,
    usage_type: usage,
  } satisfies kinds.TableOf<Stripe.PriceListParams.Recurring>),
  type: kinds.oneOf('one_time', 'recurring'),
} satisfies kinds.TableOf<Stripe.PriceListParams>;
