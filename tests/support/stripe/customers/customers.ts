import type { Account } from '../account/account.ts';
import { listRoute, route } from '../request/route.ts';
import { isWithin } from '../request/listing.ts';
import { cancelAllOf } from '../subscriptions/cancel.ts';
import {
  customerCreate,
  customerDelete,
  customerList,
  customerRetrieve,
  customerUpdate,
} from './customer-parameters.ts';
import { addressOf, given, mergedMetadata, newCustomer } from './customer-object.ts';
import { attach } from './payment-method-object.ts';

export const customerRoutes = [
  route('POST /v1/customers', customerCreate, (account, params) => {
    if (params.test_clock !== undefined) account.get('test_helpers.test_clock', params.test_clock, 'test_clock');
    const customer = account.put('customer', newCustomer(account, params));
    const wanted = params.payment_method;
    const method = wanted === undefined ? undefined : attachOrForget(account, wanted, customer.id);
    const chosen = params.invoice_settings?.default_payment_method;
    // The test id that was attached a line above stands for the method that it became.
    if (chosen) {
      const byDefault = chosen === wanted && method ? method : attachOrForget(account, chosen, customer.id);
      const invoice_settings = { ...customer.invoice_settings, default_payment_method: byDefault.id };
      account.put('customer', { ...customer, invoice_settings });
    }
    const created = account.get('customer', customer.id);
    account.emit('customer.created', created);
    return created;
  }),
  route('GET /v1/customers/:id', customerRetrieve, (account, _, id = '') =>
    account.store.deleted.has(id) ? { id, object: 'customer', deleted: true } : account.get('customer', id),
  ),
  route('POST /v1/customers/:id', customerUpdate, (account, params, id = '') => {
    const before = account.get('customer', id);
    const { address, description, email, name, phone, balance, invoice_prefix, tax_exempt } = params;
    const settings = params.invoice_settings;
    const chosen = settings?.default_payment_method;
    return account.change(
      'customer',
      id,
      {
        ...given({ balance, invoice_prefix, tax_exempt }),
        // Given as an empty text, these are unset.
        ...given({
          description: emptied(description),
          email: emptied(email),
          name: emptied(name),
          phone: emptied(phone),
        }),
        ...(address === undefined ? {} : { address: address && addressOf(address) }),
        ...(params.preferred_locales ? { preferred_locales: [...params.preferred_locales] } : {}),
        metadata: mergedMetadata(before.metadata, params.metadata),
        invoice_settings: {
          ...before.invoice_settings,
          ...(settings?.footer === undefined ? {} : { footer: settings.footer || null }),
          ...(chosen === undefined
            ? {}
            : {
                default_payment_method:
                  chosen && attach(account, chosen, id, 'invoice_settings[default_payment_method]').id,
              }),
        },
      },
      'customer.updated',
    );
  }),
  route('DELETE /v1/customers/:id', customerDelete, (account, _, id = '') => {
    const customer = account.get('customer', id);
    cancelAllOf(account, id);
    for (const method of account.store.newestFirst('payment_method'))
      if (method.customer === id)
        account.change('payment_method', method.id, { customer: null }, 'payment_method.detached');
    account.remove('customer', id);
    account.emit('customer.deleted', customer);
    return { id, object: 'customer', deleted: true };
  }),
  listRoute('GET /v1/customers', customerList, (account, { created, email, test_clock }) =>
    account.store
      .newestFirst('customer')
      .filter(
        (each) =>
          isWithin(each.created, created) &&
          (email === undefined || each.email === email) &&
          (test_clock === undefined ? each.test_clock === null : each.test_clock === test_clock),
      ),
  ),
];

const emptied = (text: string | undefined): string | null | undefined => (text === '' ? null : text);

/** A customer whose card is refused was never created. */
function attachOrForget(account: Account, method: string, customer: string): { readonly id: string } {
  try {
    return attach(account, method, customer, 'payment_method');
  } catch (error) {
    account.store.table('customer').delete(customer);
    throw error;
  }
}
