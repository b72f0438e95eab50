import { attach } from '../customers/payment-method-object.ts';
import { given, mergedMetadata } from '../customers/customer-object.ts';
import { cardError } from '../customers/test-cards.ts';
import { badRequest } from '../request/errors.ts';
import { isWithin } from '../request/listing.ts';
import { listRoute, route } from '../request/route.ts';
import { customerOf } from '../subscriptions/subscription-object.ts';
import { attempt } from './attempt.ts';
import { finalize } from './finalize.ts';
import { subscriptionOf } from './invoice-object.ts';
import { markPaid } from './paid.ts';
import {
  invoiceDelete,
  invoiceFinalize,
  invoiceLines,
  invoiceList,
  invoicePay,
  invoiceRetrieve,
  invoiceUncollectible,
  invoiceUpdate,
  invoiceVoid,
} from './parameters.ts';
import { markUncollectible, voidInvoice } from './void.ts';

export const invoiceRoutes = [
  route('GET /v1/invoices/:id', invoiceRetrieve, (account, _, id = '') => account.get('invoice', id)),
  route('POST /v1/invoices/:id', invoiceUpdate, (account, params, id = '') => {
    const before = account.get('invoice', id);
    const { auto_advance, description, footer, default_payment_method: method, metadata } = params;
    return account.change(
      'invoice',
      id,
      {
        ...given({ auto_advance, description, footer }),
        ...(method === undefined
          ? {}
          : { default_payment_method: attach(account, method, customerOf(before), 'default_payment_method').id }),
        metadata: mergedMetadata(before.metadata ?? {}, metadata),
      },
      'invoice.updated',
    );
  }),
  route('DELETE /v1/invoices/:id', invoiceDelete, (account, _, id = '') => {
    const invoice = account.get('invoice', id);
    if (invoice.status !== 'draft' || subscriptionOf(invoice) !== null)
      throw badRequest('You can only delete draft invoices that no subscription made.');
    account.remove('invoice', id);
    account.emit('invoice.deleted', invoice);
    return { id, object: 'invoice', deleted: true };
  }),
  route('POST /v1/invoices/:id/finalize', invoiceFinalize, (account, { auto_advance }, id = '') =>
    finalize(account, id, auto_advance),
  ),
  route(
    'POST /v1/invoices/:id/pay',
    invoicePay,
    (account, { payment_method, paid_out_of_band, off_session }, id = '') => {
      const { status } = account.get('invoice', id);
      if (status === 'paid') throw badRequest('Invoice is already paid', undefined, 'invoice_already_paid');
      if (status === 'void' || status === 'uncollectible')
        throw badRequest(`This invoice is ${status} and can't be paid.`);
      const invoice = status === 'draft' ? finalize(account, id) : account.get('invoice', id);
      if (invoice.status === 'paid') return invoice;
      if (paid_out_of_band) return markPaid(account, id, { outOfBand: true });
      const method =
        payment_method === undefined
          ? undefined
          : attach(account, payment_method, customerOf(invoice), 'payment_method').id;
      const outcome = attempt(account, id, { method, isOnSession: off_session === false });
      if (outcome.is === 'paid') return account.get('invoice', id);
      if (outcome.is === 'authentication' && off_session === false)
        throw badRequest(
          'This payment requires additional user action before it can be completed successfully.',
          undefined,
          'invoice_payment_intent_requires_action',
        );
      throw cardError(outcome.decline);
    },
  ),
  route('POST /v1/invoices/:id/void', invoiceVoid, (account, _, id = '') => voidInvoice(account, id)),
  route('POST /v1/invoices/:id/mark_uncollectible', invoiceUncollectible, (account, _, id = '') =>
    markUncollectible(account, id),
  ),
  listRoute('GET /v1/invoices/:id/lines', invoiceLines, (account, _, id = '') => account.get('invoice', id).lines.data),
  listRoute('GET /v1/invoices', invoiceList, (account, wanted) => {
    if (wanted.customer !== undefined && !account.store.deleted.has(wanted.customer))
      account.get('customer', wanted.customer, 'customer');
    return account.store
      .newestFirst('invoice')
      .filter(
        (each) =>
          (wanted.collection_method === undefined || each.collection_method === wanted.collection_method) &&
          isWithin(each.created, wanted.created) &&
          (wanted.customer === undefined || each.customer === wanted.customer) &&
          (wanted.status === undefined || each.status === wanted.status) &&
          (wanted.subscription === undefined || subscriptionOf(each) === wanted.subscription),
      );
  }),
];
