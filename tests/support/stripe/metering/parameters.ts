import type Stripe from 'stripe';
import { name, natural, object, oneOf, required, texts, type TableOf } from '../request/kinds.ts';
import { expanding, paging } from '../request/listing.ts';

export const meterCreate = {
  ...expanding,
  customer_mapping: object({
    event_payload_key: required(name),
    type: required(oneOf('by_id')),
  } satisfies TableOf<Stripe.Billing.MeterCreateParams.CustomerMapping>),
  default_aggregation: required(
    object({
      formula: required(oneOf('count', 'last', 'sum')),
    } satisfies TableOf<Stripe.Billing.MeterCreateParams.DefaultAggregation>),
  ),
  display_name: required(name),
  event_name: required(name),
  event_time_window: oneOf('day', 'hour'),
  value_settings: object({
    event_payload_key: required(name),
  } satisfies TableOf<Stripe.Billing.MeterCreateParams.ValueSettings>),
} satisfies TableOf<Stripe.Billing.MeterCreateParams>;

export const meterUpdate = { ...expanding, display_name: name } satisfies TableOf<Stripe.Billing.MeterUpdateParams>;
export const meterRetrieve = { ...expanding } satisfies TableOf<Stripe.Billing.MeterRetrieveParams>;
export const meterDeactivate = { ...expanding } satisfies TableOf<Stripe.Billing.MeterDeactivateParams>;
export const meterReactivate = { ...expanding } satisfies TableOf<Stripe.Billing.MeterReactivateParams>;
export const meterList = {
  ...paging,
  status: oneOf('active', 'inactive'),
} satisfies TableOf<Stripe.Billing.MeterListParams>;

export const summaryList = {
  ...paging,
  customer: required(name),
  end_time: required(natural),
  start_time: required(natural),
  value_grouping_window: oneOf('day', 'hour'),
} satisfies TableOf<Stripe.Billing.MeterListEventSummariesParams>;

export const meterEventCreate = {
  ...expanding,
  event_name: required(name),
  identifier: name,
  payload: required(texts),
  timestamp: natural,
} satisfies TableOf<Stripe.Billing.MeterEventCreateParams>;

export const adjustmentCreate = {
  ...expanding,
  cancel: object({ identifier: name } satisfies TableOf<Stripe.Billing.MeterEventAdjustmentCreateParams.Cancel>),
  event_name: required(name),
  type: required(oneOf('cancel')),
} satisfies TableOf<Stripe.Billing.MeterEventAdjustmentCreateParams>;
