import type Stripe from 'stripe';
import { badRequest } from '../request/errors.ts';
import * as kinds from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';

export const addressTable = {
  city: kinds.text,
  country: kinds.text,
  line1: kinds.text,
  line2: kinds.text,
  postal_code: kinds.text,
  state: kinds.text,
} satisfies kinds.TableOf<Stripe.AddressParam>;

/** No mail arrives at `.invalid`: such an address stands for those that Stripe refuses for reasons of its own. */
const address: kinds.Kind<string> = {
  read: (value, param) => {
    const read = kinds.text.read(value, param);
    if (read === '' || (/^[^@\s]+@[^@\s]+$/.test(read) && !read.endsWith('.invalid'))) return read;
    throw badRequest(`Invalid email address: ${read}`, param, 'email_invalid');
  },
};

const common = {
  ...expanding,
  address: kinds.emptyable(kinds.object(addressTable)),
  balance: kinds.integer,
  description: kinds.text,
  email: address,
  invoice_prefix: kinds.name,
  metadata: kinds.metadata,
  name: kinds.text,
  phone: kinds.text,
  preferred_locales: kinds.list(kinds.name),
  tax_exempt: kinds.oneOf('exempt', 'none', 'reverse'),
  ...kinds.refused(
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
  default_payment_method: kinds.emptyable(kinds.name),
  footer: kinds.text,
  ...kinds.refused('custom_fields', 'rendering_options'),
} satisfies kinds.TableOf<Stripe.CustomerCreateParams.InvoiceSettings>;

export const customerCreate = {
  ...common,
  invoice_settings: kinds.object(invoiceSettings),
  payment_method: kinds.name,
  test_clock: kinds.name,
  ...kinds.refused('tax_id_data'),
} satisfies kinds.TableOf<Stripe.CustomerCreateParams>;

export const customerUpdate = {
  ...common,
  invoice_settings: kinds.object(invoiceSettings satisfies kinds.TableOf<Stripe.CustomerUpdateParams.InvoiceSettings>),
  ...kinds.refused('default_source'),
} satisfies kinds.TableOf<Stripe.CustomerUpdateParams>;

export const customerRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.CustomerRetrieveParams>;

export const customerDelete: kinds.NoneOf<Stripe.CustomerDeleteParams> = kinds.noParameters;

export const customerList = {
  ...paging,
  created: when,
  email: kinds.text,
  test_clock: kinds.name,
} satisfies kinds.TableOf<Stripe.CustomerListParams>;

export const paymentMethodAttach = {
  ...expanding,
  customer: kinds.name,
  ...kinds.refused('customer_account'),
} satisfies kinds.TableOf<Stripe.PaymentMethodAttachParams>;

export const paymentMethodDetach = { ...expanding } satisfies kinds.TableOf<Stripe.PaymentMethodDetachParams>;

export const paymentMethodRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.PaymentMethodRetrieveParams>;

export const paymentMethodList = {
  ...paging,
  customer: kinds.name,
  type: kinds.oneOf('card'),
  ...kinds.refused('allow_redisplay', 'customer_account'),
} satisfies kinds.TableOf<Stripe.PaymentMethodListParams>;

export const customerPaymentMethodList = {
  ...paging,
  type: kinds.oneOf('card'),
  ...kinds.refused('allow_redisplay'),
} satisfies kinds.TableOf<Stripe.CustomerListPaymentMethodsParams>;

export const clockCreate = {
  ...expanding,
  frozen_time: kinds.required(kinds.natural),
  name: kinds.text,
  ...kinds.refused('customer'),
} satisfies kinds.TableOf<Stripe.TestHelpers.TestClockCreateParams>;

export const clockAdvance = {
  ...expanding,
  frozen_time: kinds.required(kinds.natural),
} satisfies kinds.TableOf<Stripe.TestHelpers.TestClockAdvanceParams>;

export const clockRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.TestHelpers.TestClockRetrieveParams>;

export const clockList = { ...paging } satisfies kinds.TableOf<Stripe.TestHelpers.TestClockListParams>;
