import type Stripe from 'stripe';
import * as kinds from '../request/kinds.ts';
import { expanding, paging, when } from '../request/listing.ts';

export const invoiceList = {
  ...paging,
  collection_method: kinds.oneOf('charge_automatically', 'send_invoice'),
  created: when,
  customer: kinds.name,
  status: kinds.oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
  subscription: kinds.name,
  ...kinds.refused('customer_account', 'due_date'),
} satisfies kinds.TableOf<Stripe.InvoiceListParams>;

export const invoiceRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.InvoiceRetrieveParams>;
export const invoiceVoid = { ...expanding } satisfies kinds.TableOf<Stripe.InvoiceVoidInvoiceParams>;
export const invoiceUncollectible = { ...expanding } satisfies kinds.TableOf<Stripe.InvoiceMarkUncollectibleParams>;
export const invoiceDelete: kinds.NoneOf<Stripe.InvoiceDeleteParams> = kinds.noParameters;
export const invoiceLines = { ...paging } satisfies kinds.TableOf<Stripe.InvoiceListLineItemsParams>;

export const invoiceFinalize = {
  ...expanding,
  auto_advance: kinds.boolean,
} satisfies kinds.TableOf<Stripe.InvoiceFinalizeInvoiceParams>;

export const invoicePay = {
  ...expanding,
  off_session: kinds.boolean,
  paid_out_of_band: kinds.boolean,
  payment_method: kinds.name,
  ...kinds.refused('forgive', 'mandate', 'source'),
} satisfies kinds.TableOf<Stripe.InvoicePayParams>;

export const invoiceUpdate = {
  ...expanding,
  auto_advance: kinds.boolean,
  default_payment_method: kinds.name,
  description: kinds.text,
  footer: kinds.text,
  metadata: kinds.metadata,
  ...kinds.refused(
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
} satisfies kinds.TableOf<Stripe.InvoiceUpdateParams>;

export const refundCreate = {
  ...expanding,
  amount: kinds.natural,
  charge: kinds.name,
  metadata: kinds.metadata,
  payment_intent: kinds.name,
  reason: kinds.oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  ...kinds.refused(
    'currency',
    'customer',
    'instructions_email',
    'origin',
    'refund_application_fee',
    'reverse_transfer',
  ),
} satisfies kinds.TableOf<Stripe.RefundCreateParams>;

export const refundRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.RefundRetrieveParams>;
export const refundList = {
  ...paging,
  charge: kinds.name,
  created: when,
  payment_intent: kinds.name,
} satisfies kinds.TableOf<Stripe.RefundListParams>;

export const chargeRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.ChargeRetrieveParams>;
export const chargeList = {
  ...paging,
  created: when,
  customer: kinds.name,
  payment_intent: kinds.name,
  ...kinds.refused('transfer_group'),
} satisfies kinds.TableOf<Stripe.ChargeListParams>;

export const intentRetrieve = {
  ...expanding,
  ...kinds.refused('client_secret'),
} satisfies kinds.TableOf<Stripe.PaymentIntentRetrieveParams>;
export const intentList = {
  ...paging,
  created: when,
  customer: kinds.name,
  ...kinds.refused('customer_account'),
} satisfies kinds.TableOf<Stripe.PaymentIntentListParams>;

export const invoicePaymentRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.InvoicePaymentRetrieveParams>;
export const invoicePaymentList = {
  ...paging,
  created: when,
  invoice: kinds.name,
  status: kinds.oneOf('canceled', 'open', 'paid'),
  ...kinds.refused('payment'),
} satisfies kinds.TableOf<Stripe.InvoicePaymentListParams>;

export const eventRetrieve = { ...expanding } satisfies kinds.TableOf<Stripe.EventRetrieveParams>;
export const eventList = {
  ...paging,
  created: when,
  delivery_success: kinds.boolean,
  type: kinds.name,
  types: kinds.list(kinds.name),
} satisfies kinds.TableOf<Stripe.EventListParams>;
