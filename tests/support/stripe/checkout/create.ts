import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { day } from '../account/settings.ts';
import { idOf } from '../account/store.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { amountFor, priceFor, rhythmOf } from '../subscriptions/items/items.ts';
import type { sessionCreate } from './parameters.ts';
import { lineItem, newSession } from './session-object.ts';

/** What a session will make of its subscription. */
export type Purchase = Pick<Parsed<typeof sessionCreate>, 'line_items' | 'subscription_data'>;

export const purchaseKey = (session: string): string => `purchase/${session}`;
export const purchaseOf = (account: Account, session: string): Purchase =>
  account.notes.get(purchaseKey(session)) as Purchase;

export function createSession(account: Account, params: Parsed<typeof sessionCreate>): Stripe.Checkout.Session {
  const { customer = null, line_items, subscription_data, success_url, cancel_url = null } = params;
  const owner = customer === null ? undefined : account.get('customer', customer, 'customer');
  if (customer !== null && params.customer_email !== undefined)
    throw badRequest('You may only specify one of these parameters: customer, customer_email.', 'customer_email');
  const prices = line_items.map(({ price }, index) => priceFor(account, price, `line_items[${index}][price]`));
  const { currency } = rhythmOf(prices);
  if (owner && owner.currency !== null && owner.currency !== currency)
    throw badRequest(
      `You cannot combine currencies on a single customer. This customer has had ${owner.currency ?? ''} before.`,
      'customer',
    );
  for (const [param, url] of Object.entries({ success_url, cancel_url }))
    if (url !== null && !URL.canParse(url)) throw badRequest('Not a valid URL', param, 'url_invalid');
  requireTrial(subscription_data?.trial_period_days);
  const items = itemsOf(account, params);
  const created = account.now();
  const expires = params.expires_at ?? created + day;
  if (expires < created + 1800 || expires > created + day)
    throw badRequest(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      'expires_at',
    );
  const isTrial = subscription_data?.trial_period_days !== undefined || subscription_data?.trial_end !== undefined;
  const id = account.ids.next('cs_test', 24);
  account.notes.set(purchaseKey(id), { line_items, ...(subscription_data ? { subscription_data } : {}) });
  return account.put(
    'checkout.session',
    newSession({
      id,
      amount_total: isTrial ? 0 : items.reduce((sum, { amount_total }) => sum + amount_total, 0),
      cancel_url,
      client_reference_id: params.client_reference_id ?? null,
      created,
      currency,
      customer,
      customer_email: params.customer_email ?? null,
      expires_at: expires,
      locale: params.locale ?? null,
      metadata: params.metadata ?? {},
      payment_method_collection: params.payment_method_collection ?? 'always',
      success_url,
      url: `${account.pagesUrl}/checkout/${id}`,
    }),
  );
}

/** The lines of a session. */
export function itemsOf(account: Account, { line_items }: Pick<Purchase, 'line_items'>): Stripe.LineItem[] {
  return line_items.map(({ price: id, quantity }, index) => {
    const price = account.get('price', id);
    const isMetered = price.recurring?.usage_type === 'metered';
    if (!isMetered && quantity === undefined)
      throw badRequest(
        'Quantity is required. Add `quantity` to the line item.',
        `line_items[${index}][quantity]`,
        'parameter_missing',
      );
    const name = account.store.table('product').get(idOf(price.product))?.name ?? '';
    return lineItem(
      `li_${id.slice(6)}`,
      price,
      isMetered ? null : (quantity ?? 1),
      isMetered ? 0 : amountFor(price, quantity ?? 1),
      name,
    );
  });
}

function requireTrial(days: number | undefined): void {
  if (days !== undefined && (days < 1 || days > 730))
    throw badRequest('Invalid trial_period_days: must be between 1 and 730', 'subscription_data[trial_period_days]');
}
