import { idOf } from '../account/store.ts';
import { badRequest } from '../request/errors.ts';
import { listRoute, route } from '../request/route.ts';
import {
  customerPaymentMethodList,
  paymentMethodAttach,
  paymentMethodDetach,
  paymentMethodList,
  paymentMethodRetrieve,
} from './customer-parameters.ts';
import { attach } from './payment-method-object.ts';

export const paymentMethodRoutes = [
  route('POST /v1/payment_methods/:id/attach', paymentMethodAttach, (account, { customer }, id = '') => {
    if (customer === undefined) throw badRequest('Missing required param: customer.', 'customer', 'parameter_missing');
    return attach(account, id, account.get('customer', customer, 'customer').id, 'payment_method');
  }),
  route('POST /v1/payment_methods/:id/detach', paymentMethodDetach, (account, _, id = '') => {
    const { customer } = account.get('payment_method', id);
    if (customer === null)
      throw badRequest(
        'The payment method you provided is not attached to a customer so detachment is impossible.',
        'payment_method',
      );
    const owner = account.get('customer', idOf(customer));
    const settings = owner.invoice_settings;
    if (settings.default_payment_method === id)
      account.change(
        'customer',
        owner.id,
        { invoice_settings: { ...settings, default_payment_method: null } },
        'customer.updated',
      );
    for (const subscription of account.store.table('subscription').values())
      if (subscription.default_payment_method === id)
        account.change(
          'subscription',
          subscription.id,
          { default_payment_method: null },
          'customer.subscription.updated',
        );
    return account.change('payment_method', id, { customer: null }, 'payment_method.detached');
  }),
  route('GET /v1/payment_methods/:id', paymentMethodRetrieve, (account, _, id = '') =>
    account.get('payment_method', id),
  ),
  listRoute('GET /v1/payment_methods', paymentMethodList, (account, { customer }) => {
    if (customer !== undefined) account.get('customer', customer, 'customer');
    return account.store
      .newestFirst('payment_method')
      .filter((each) => customer !== undefined && each.customer === customer);
  }),
  listRoute('GET /v1/customers/:id/payment_methods', customerPaymentMethodList, (account, _, id = '') => {
    account.get('customer', id);
    return account.store.newestFirst('payment_method').filter(({ customer }) => customer === id);
  }),
];
