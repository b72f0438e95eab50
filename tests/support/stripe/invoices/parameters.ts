import type Stripe from 'stripe';
import {
  boolean,
  list,
  metadata,
  name,
  natural,
  oneOf,
  refused,
  text,
  noParameters,
  type NoneOf,
  type TableOf,
} from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';

export const invoiceList = {
  ...paging,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: when,
  customer: name,
  status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
  subscription: name,
  ...refused('customer_account', 'due_date'),
} satisfies TableOf<Stripe.InvoiceListParams>;

export const invoiceRetrieve = { ...expanding } satisfies TableOf<Stripe.InvoiceRetrieveParams>;
export const invoiceVoid = { ...expanding } satisfies TableOf<Stripe.InvoiceVoidInvoiceParams>;
export const invoiceUncollectible = { ...expanding } satisfies TableOf<Stripe.InvoiceMarkUncollectibleParams>;
export const invoiceDelete: NoneOf<Stripe.InvoiceDeleteParams> = noParameters;
export const invoiceLines = { ...paging } satisfies TableOf<Stripe.InvoiceListLineItemsParams>;

export const invoiceFinalize = {
  ...expanding,
  auto_advance: boolean,
} satisfies TableOf<Stripe.InvoiceFinalizeInvoiceParams>;

export const invoicePay = {
  ...expanding,
  off_session: boolean,
  paid_out_of_band: boolean,
  payment_method: name,
  ...refused('forgive', 'mandate', 'source'),
} satisfies TableOf<Stripe.InvoicePayParams>;

export const invoiceUpdate = {
  ...expanding,
  auto_advance: boolean,
  default_payment_method: name,
  description: text,
  footer: text,
  metadata,
  ...refused(
    'account_tax_ids',
    'application_fee_amount',
    'automatic_tax',
    'automatically_finalizes_at',
    'collection_method',
    'custom_fields',
    'days_until_due',
    'default_source',
    'default_tax_rates',
    'discounts',
    'due_date',
    'effective_at',
    'issuer',
    'number',
    'on_behalf_of',
    'payment_settings',
    'rendering',
    'shipping_cost',
    'shipping_details',
    'statement_descriptor',
    'transfer_data',
  ),
} satisfies TableOf<Stripe.InvoiceUpdateParams>;

export const refundCreate = {
  ...expanding,
  amount: natural,
  charge: name,
  metadata,
  payment_intent: name,
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  ...refused('currency', 'customer', 'instructions_email', 'origin', 'refund_application_fee', 'reverse_transfer'),
} satisfies TableOf<Stripe.RefundCreateParams>;

export const refundRetrieve = { ...expanding } satisfies TableOf<Stripe.RefundRetrieveParams>;
export const refundList = {
  ...paging,
  charge: name,
  created: when,
  payment_intent: name,
} satisfies TableOf<Stripe.RefundListParams>;

export const chargeRetrieve = { ...expanding } satisfies TableOf<Stripe.ChargeRetrieveParams>;
export const chargeList = {
  ...paging,
  created: when,
  customer: name,
  payment_intent: name,
  ...refused('transfer_group'),
} satisfies TableOf<Stripe.ChargeListParams>;

export const intentRetrieve = {
  ...expanding,
  ...refused('client_secret'),
} satisfies TableOf<Stripe.PaymentIntentRetrieveParams>;
export const intentList = {
  ...paging,
  created: when,
  customer: name,
  ...refused('customer_account'),
} satisfies TableOf<Stripe.PaymentIntentListParams>;

export const invoicePaymentRetrieve = { ...expanding } satisfies TableOf<Stripe.InvoicePaymentRetrieveParams>;
export const invoicePaymentList = {
  ...paging,
  created: when,
  invoice: name,
  status: oneOf('canceled', 'open', 'paid'),
  ...refused('payment'),
} satisfies TableOf<Stripe.InvoicePaymentListParams>;

export const eventRetrieve = { ...expanding } satisfies TableOf<Stripe.EventRetrieveParams>;
export const eventList = {
  ...paging,
  created: when,
  delivery_success: boolean,
  type: name,
  types: list(name),
} satisfies TableOf<Stripe.EventListParams>;
