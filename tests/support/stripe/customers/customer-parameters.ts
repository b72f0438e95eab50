import type Stripe from 'stripe';
import {
  emptyable,
  integer,
  list,
  metadata,
  name,
  natural,
  object,
  oneOf,
  refused,
  text,
  noParameters,
  type NoneOf,
  type TableOf,
} from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';

export const addressTable = {
  city: text,
  country: text,
  line1: text,
  line2: text,
  postal_code: text,
  state: text,
} satisfies TableOf<Stripe.AddressParam>;

const common = {
  ...expanding,
  address: emptyable(object(addressTable)),
  balance: integer,
  description: text,
  email: text,
  invoice_prefix: name,
  metadata,
  name: text,
  phone: text,
  preferred_locales: list(name),
  tax_exempt: oneOf('exempt', 'none', 'reverse'),
  ...refused(
    'business_name',
    'cash_balance',
    'individual_name',
    'shipping',
    'source',
    'tax',
    'validate',
    'next_invoice_sequence',
  ),
};

const invoiceSettings = {
  default_payment_method: emptyable(name),
  footer: text,
  ...refused('custom_fields', 'rendering_options'),
} satisfies TableOf<Stripe.CustomerCreateParams.InvoiceSettings>;

export const customerCreate = {
  ...common,
  invoice_settings: object(invoiceSettings),
  payment_method: name,
  test_clock: name,
  ...refused('tax_id_data'),
} satisfies TableOf<Stripe.CustomerCreateParams>;

export const customerUpdate = {
  ...common,
  invoice_settings: object(invoiceSettings satisfies TableOf<Stripe.CustomerUpdateParams.InvoiceSettings>),
  ...refused('default_source'),
} satisfies TableOf<Stripe.CustomerUpdateParams>;

export const customerRetrieve = { ...expanding } satisfies TableOf<Stripe.CustomerRetrieveParams>;

export const customerDelete: NoneOf<Stripe.CustomerDeleteParams> = noParameters;

export const customerList = {
  ...paging,
  created: when,
  email: text,
  test_clock: name,
} satisfies TableOf<Stripe.CustomerListParams>;

export const paymentMethodAttach = {
  ...expanding,
  customer: name,
  ...refused('customer_account'),
} satisfies TableOf<Stripe.PaymentMethodAttachParams>;

export const paymentMethodDetach = { ...expanding } satisfies TableOf<Stripe.PaymentMethodDetachParams>;

export const paymentMethodRetrieve = { ...expanding } satisfies TableOf<Stripe.PaymentMethodRetrieveParams>;

export const paymentMethodList = {
  ...paging,
  customer: name,
  type: oneOf('card'),
  ...refused('allow_redisplay', 'customer_account'),
} satisfies TableOf<Stripe.PaymentMethodListParams>;

export const customerPaymentMethodList = {
  ...paging,
  type: oneOf('card'),
  ...refused('allow_redisplay'),
} satisfies TableOf<Stripe.CustomerListPaymentMethodsParams>;

export const clockCreate = {
  ...expanding,
  frozen_time: { ...natural, isRequired: true },
  name: text,
  ...refused('customer'),
} satisfies TableOf<Stripe.TestHelpers.TestClockCreateParams>;

export const clockAdvance = {
  ...expanding,
  frozen_time: { ...natural, isRequired: true },
} satisfies TableOf<Stripe.TestHelpers.TestClockAdvanceParams>;

export const clockRetrieve = { ...expanding } satisfies TableOf<Stripe.TestHelpers.TestClockRetrieveParams>;

export const clockList = { ...paging } satisfies TableOf<Stripe.TestHelpers.TestClockListParams>;
