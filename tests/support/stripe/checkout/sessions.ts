import { badRequest } from '../request/errors.ts';
import { isWithin } from '../request/listing.ts';
import { listRoute, route } from '../request/route.ts';
import { createSession, itemsOf, purchaseOf } from './create.ts';
import { expireSession } from './expire.ts';
import { sessionCreate, sessionExpire, sessionLineItems, sessionList, sessionRetrieve } from './parameters.ts';

export const checkoutRoutes = [
  route('POST /v1/checkout/sessions', sessionCreate, createSession),
  route('GET /v1/checkout/sessions/:id', sessionRetrieve, (account, _, id = '') => account.get('checkout.session', id)),
  route('POST /v1/checkout/sessions/:id/expire', sessionExpire, (account, _, id = '') => {
    const { status } = account.get('checkout.session', id);
    if (status !== 'open')
      throw badRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${status ?? 'none'}.`,
      );
    expireSession(account, id);
    return account.get('checkout.session', id);
  }),
  listRoute('GET /v1/checkout/sessions/:id/line_items', sessionLineItems, (account, _, id = '') => {
    account.get('checkout.session', id);
    return itemsOf(account, purchaseOf(account, id));
  }),
  listRoute('GET /v1/checkout/sessions', sessionList, (account, { created, customer, status, subscription }) =>
    account.store
      .newestFirst('checkout.session')
      .filter(
        (each) =>
          isWithin(each.created, created) &&
          (customer === undefined || each.customer === customer) &&
          (status === undefined || each.status === status) &&
          (subscription === undefined || each.subscription === subscription),
      ),
  ),
];
