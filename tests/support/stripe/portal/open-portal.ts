import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import type { portalSessionCreate } from './parameters.ts';

const kind = 'billing_portal.configuration';

/** A page for a customer to manage their subscription on, within a configuration or the account's own. */
export function openPortal(account: Account, params: Parsed<typeof portalSessionCreate>): Stripe.BillingPortal.Session {
  account.get('customer', params.customer, 'customer');
  const byDefault = [...account.store.table(kind).values()].find(({ is_default }) => is_default);
  const configuration =
    params.configuration === undefined ? byDefault : account.get(kind, params.configuration, 'configuration');
  if (!configuration)
    throw badRequest(
      'No configuration provided and your test mode default configuration has not been created.',
      'configuration',
    );
  const id = account.newId('billing_portal.session');
  return account.add(
    'billing_portal.session',
    {
      id,
      object: 'billing_portal.session',
      configuration: configuration.id,
      created: account.now(),
      customer: params.customer,
      customer_account: null,
      flow: null,
      livemode: false,
      locale: params.locale ?? null,
      on_behalf_of: null,
      return_url: params.return_url ?? configuration.default_return_url,
      url: `${account.pagesUrl}/portal/${id}`,
    },
    'billing_portal.session.created',
  );
}
