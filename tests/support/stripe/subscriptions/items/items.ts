import type Stripe from 'stripe';
import type { Account } from '../../account/account.ts';
import { idOf } from '../../account/store.ts';
import { badRequest, missingParameter } from '../../request/errors.ts';
import type { Period, Recurring } from '../period.ts';

type Wanted = {
  readonly price?: string;
  readonly quantity?: number;
  readonly metadata?: Readonly<Record<string, string>> | null;
};

/** The price that an item asks for. Throws when it can't be subscribed to. */
export function priceFor(account: Account, id: string | undefined, param: string): Stripe.Price {
  if (id === undefined) throw missingParameter(param);
  const price = account.get('price', id, param);
  if (!price.recurring)
    throw badRequest(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      param,
    );
  if (!price.active) throw badRequest(`The price specified is inactive. This field only accepts active prices.`, param);
  return price;
}

export function newItem(
  account: Account,
  subscription: string,
  wanted: Wanted,
  period: Period,
  param: string,
): Stripe.SubscriptionItem {
  const price = priceFor(account, wanted.price, `${param}[price]`);
  const isMetered = price.recurring?.usage_type === 'metered';
  if (isMetered && wanted.quantity !== undefined)
    throw badRequest('You cannot set the quantity for metered plans.', `${param}[quantity]`);
  return {
    id: account.ids.next('si', 14),
    object: 'subscription_item',
    billing_thresholds: null,
    created: period.start,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: wanted.metadata ?? {},
    plan: planOf(price),
    price,
    ...(isMetered ? {} : { quantity: wanted.quantity ?? 1 }),
    subscription,
    tax_rates: [],
  };
}

/** The price as what preceded prices: answers still show both. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  const { recurring } = price;
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: recurring?.interval ?? 'month',
    interval_count: recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: recurring?.meter ?? null,
    nickname: price.nickname,
    product: idOf(price.product),
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: recurring?.trial_period_days ?? null,
    usage_type: recurring?.usage_type ?? 'licensed',
  };
}

export function listOfItems(id: string, data: Stripe.SubscriptionItem[]): Stripe.ApiList<Stripe.SubscriptionItem> {
  return { object: 'list', data, has_more: false, url: `/v1/subscription_items?subscription=${id}` };
}

/** The rhythm that all of the items share. Throws when they don't, or have no currency in common. */
export function rhythmOf(prices: readonly Stripe.Price[]): {
  readonly recurring: Recurring;
  readonly currency: string;
} {
  const [first] = prices;
  if (!first?.recurring) throw missingParameter('items');
  if (prices.length > 20) throw badRequest('A subscription can have at most 20 items.', 'items');
  const { interval, interval_count } = first.recurring;
  for (const { recurring, currency } of prices) {
    if (recurring?.interval !== interval || recurring.interval_count !== interval_count)
      throw badRequest(
        'All prices on a subscription must have the same `recurring.interval` and `recurring.interval_count`.',
        'items',
      );
    if (currency !== first.currency)
      throw badRequest('All prices on a subscription must have the same currency.', 'items');
  }
  if (new Set(prices.map(({ id }) => id)).size < prices.length)
    throw badRequest('You cannot add multiple subscription items with the same plan.', 'items');
  return { recurring: { interval, interval_count }, currency: first.currency };
}

/** What an item costs a period, in the currency's smallest unit; of what is metered nothing is known beforehand. */
export function amountOf(item: Stripe.SubscriptionItem): number {
  return item.price.recurring?.usage_type === 'metered' ? 0 : amountFor(item.price, item.quantity ?? 1);
}

export function amountFor(price: Stripe.Price, quantity: number): number {
  return Math.round(Number(price.unit_amount_decimal?.toString() ?? price.unit_amount ?? 0) * quantity);
}

export function periodOf(subscription: Stripe.Subscription): Period {
  const [item] = subscription.items.data;
  return {
    start: item?.current_period_start ?? subscription.created,
    end: item?.current_period_end ?? subscription.created,
  };
}

export function inPeriod(
  subscription: Stripe.Subscription,
  { start, end }: Period,
): Stripe.ApiList<Stripe.SubscriptionItem> {
  const data = subscription.items.data.map((item) => ({
    ...item,
    current_period_start: start,
    current_period_end: end,
  }));
  return listOfItems(subscription.id, data);
}
