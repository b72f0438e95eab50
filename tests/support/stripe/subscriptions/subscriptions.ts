import { isWithin } from '../request/listing.ts';
import { listRoute, route } from '../request/route.ts';
import { noSuch } from '../request/errors.ts';
import { given } from '../customers/customer-object.ts';
import type { Account } from '../account/account.ts';
import type Stripe from 'stripe';
import { cancelNow } from './cancel.ts';
import { createSubscription } from './create.ts';
import { periodOf } from './items/items.ts';
import {
  subscriptionCancel,
  subscriptionCreate,
  subscriptionList,
  subscriptionResume,
  subscriptionRetrieve,
  subscriptionUpdate,
} from './parameters.ts';
import { itemList, itemRetrieve, itemUpdate } from './items/item-parameters.ts';
import { resume } from './resume.ts';
import { updateSubscription } from './update.ts';

const ended = new Set<string>(['canceled', 'incomplete_expired']);

function hasStatus(status: string, wanted: string | undefined): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'ended') return ended.has(status);
  return wanted === undefined ? status !== 'canceled' : status === wanted;
}

function ownerOf(account: Account, item: string): Stripe.Subscription {
  for (const each of account.store.table('subscription').values())
    if (each.items.data.some(({ id }) => id === item)) return each;
  throw noSuch('subscription_item', item);
}

const itemOf = (subscription: Stripe.Subscription, id: string): object =>
  subscription.items.data.find((item) => item.id === id) ?? subscription;

export const subscriptionRoutes = [
  route('POST /v1/subscriptions', subscriptionCreate, createSubscription),
  route('GET /v1/subscriptions/:id', subscriptionRetrieve, (account, _, id = '') => account.get('subscription', id)),
  route('POST /v1/subscriptions/:id', subscriptionUpdate, (account, params, id = '') =>
    updateSubscription(account, id, params),
  ),
  route(
    'DELETE /v1/subscriptions/:id',
    subscriptionCancel,
    (account, { prorate, invoice_now, cancellation_details: details }, id = '') =>
      cancelNow(account, id, {
        prorate: prorate ?? false,
        invoiceNow: invoice_now ?? false,
        details: given({ comment: details?.comment, feedback: details?.feedback }),
      }),
  ),
  route('POST /v1/subscriptions/:id/resume', subscriptionResume, (account, _, id = '') => resume(account, id)),
  listRoute('GET /v1/subscriptions', subscriptionList, (account, wanted) => {
    if (wanted.customer !== undefined && !account.store.deleted.has(wanted.customer))
      account.get('customer', wanted.customer, 'customer');
    return account.store
      .newestFirst('subscription')
      .filter(
        (each) =>
          hasStatus(each.status, wanted.status) &&
          (wanted.customer === undefined || each.customer === wanted.customer) &&
          (wanted.collection_method === undefined || each.collection_method === wanted.collection_method) &&
          isWithin(each.created, wanted.created) &&
          isWithin(periodOf(each).end, wanted.current_period_end) &&
          isWithin(periodOf(each).start, wanted.current_period_start) &&
          (wanted.price === undefined || each.items.data.some(({ price }) => price.id === wanted.price)) &&
          (wanted.test_clock === undefined
            ? wanted.customer !== undefined || each.test_clock === null
            : each.test_clock === wanted.test_clock),
      );
  }),
  route('GET /v1/subscription_items/:id', itemRetrieve, (account, _, id = '') => itemOf(ownerOf(account, id), id)),
  route('POST /v1/subscription_items/:id', itemUpdate, (account, params, id = '') => {
    const { price, quantity, metadata, payment_behavior, proration_behavior, proration_date } = params;
    const item = { id, ...given({ price, quantity, metadata }) };
    const changes = { items: [item], ...given({ payment_behavior, proration_behavior, proration_date }) };
    return itemOf(updateSubscription(account, ownerOf(account, id).id, changes), id);
  }),
  listRoute(
    'GET /v1/subscription_items',
    itemList,
    (account, { subscription }) => account.get('subscription', subscription, 'subscription').items.data,
  ),
];
