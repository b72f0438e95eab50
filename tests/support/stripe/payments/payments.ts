import { isWithin } from '../request/listing.ts';
import { listRoute, route } from '../request/route.ts';
import {
  chargeList,
  chargeRetrieve,
  eventList,
  eventRetrieve,
  intentList,
  intentRetrieve,
  invoicePaymentList,
  invoicePaymentRetrieve,
  refundCreate,
  refundList,
  refundRetrieve,
} from '../invoices/parameters.ts';
import { refund } from './refunds.ts';

/** What money leaves behind, and the events that tell of it. */
export const paymentRoutes = [
  route('POST /v1/refunds', refundCreate, refund),
  route('GET /v1/refunds/:id', refundRetrieve, (account, _, id = '') => account.get('refund', id)),
  listRoute('GET /v1/refunds', refundList, (account, { charge, created, payment_intent }) =>
    account.store
      .newestFirst('refund')
      .filter(
        (each) =>
          (charge === undefined || each.charge === charge) &&
          isWithin(each.created, created) &&
          (payment_intent === undefined || each.payment_intent === payment_intent),
      ),
  ),
  route('GET /v1/charges/:id', chargeRetrieve, (account, _, id = '') => account.get('charge', id)),
  listRoute('GET /v1/charges', chargeList, (account, { created, customer, payment_intent }) =>
    account.store
      .newestFirst('charge')
      .filter(
        (each) =>
          isWithin(each.created, created) &&
          (customer === undefined || each.customer === customer) &&
          (payment_intent === undefined || each.payment_intent === payment_intent),
      ),
  ),
  route('GET /v1/payment_intents/:id', intentRetrieve, (account, _, id = '') => account.get('payment_intent', id)),
  listRoute('GET /v1/payment_intents', intentList, (account, { created, customer }) =>
    account.store
      .newestFirst('payment_intent')
      .filter((each) => isWithin(each.created, created) && (customer === undefined || each.customer === customer)),
  ),
  route('GET /v1/invoice_payments/:id', invoicePaymentRetrieve, (account, _, id = '') =>
    account.get('invoice_payment', id),
  ),
  listRoute('GET /v1/invoice_payments', invoicePaymentList, (account, { created, invoice, status }) =>
    account.store
      .newestFirst('invoice_payment')
      .filter(
        (each) =>
          isWithin(each.created, created) &&
          (invoice === undefined || each.invoice === invoice) &&
          (status === undefined || each.status === status),
      ),
  ),
  route('GET /v1/events/:id', eventRetrieve, (account, _, id = '') => account.get('event', id)),
  listRoute('GET /v1/events', eventList, (account, { created, delivery_success, type, types }) =>
    account.store
      .newestFirst('event')
      .filter(
        (each) =>
          isWithin(each.created, created) &&
          (type === undefined || each.type === type) &&
          (types === undefined || types.includes(each.type)) &&
          (delivery_success === undefined || (each.pending_webhooks === 0) === delivery_success),
      ),
  ),
];
