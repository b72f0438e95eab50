import type Stripe from 'stripe';
import type { Account } from '../../account/account.ts';
import { mergedMetadata } from '../../customers/customer-object.ts';
import { badRequest, noSuch } from '../../request/errors.ts';
import type { Parsed } from '../../request/kinds.ts';
import { newItem, periodOf, planOf, priceFor, rhythmOf } from './items.ts';
import type { changedItem } from './item-parameters.ts';

export type ItemChange = Omit<Parsed<typeof changedItem>, never>;
export type ItemsBeforeAndAfter = {
  readonly data: Stripe.SubscriptionItem[];
  /** What ends and what begins, where the price or the quantity is another one. */
  readonly ending: readonly Stripe.SubscriptionItem[];
  readonly beginning: readonly Stripe.SubscriptionItem[];
  readonly hasNewRhythm: boolean;
};

/** A subscription's items with changes made to them. Throws for items that are not its own, or when none is left. */
export function changedItems(
  account: Account,
  subscription: Stripe.Subscription,
  changes: readonly ItemChange[],
): ItemsBeforeAndAfter {
  const before = subscription.items.data;
  let data = [...before];
  changes.forEach((change, index) => {
    const param = `items[${index}]`;
    if (change.id === undefined) {
      data.push(newItem(account, subscription.id, withoutUndefined(change), periodOf(subscription), param));
      return;
    }
    const item = data.find(({ id }) => id === change.id);
    if (!item) throw noSuch('subscription_item', change.id, `${param}[id]`, 400);
    data = change.deleted
      ? data.filter((each) => each !== item)
      : data.map((each) => (each === item ? changed(account, item, change, param) : each));
  });
  if (data.length === 0)
    throw badRequest(
      'A subscription must have at least one active plan. If you want to cancel, please use cancel.',
      'items',
    );
  const { recurring } = rhythmOf(data.map(({ price }) => price));
  const old = before[0]?.price.recurring;
  const differs = (item: Stripe.SubscriptionItem, others: readonly Stripe.SubscriptionItem[]): boolean =>
    !others.some(
      ({ id, price, quantity }) => id === item.id && price.id === item.price.id && quantity === item.quantity,
    );
  return {
    data,
    ending: before.filter((item) => differs(item, data)),
    beginning: data.filter((item) => differs(item, before)),
    hasNewRhythm: old?.interval !== recurring.interval || old.interval_count !== recurring.interval_count,
  };
}

function changed(
  account: Account,
  item: Stripe.SubscriptionItem,
  change: ItemChange,
  param: string,
): Stripe.SubscriptionItem {
  const price = change.price === undefined ? item.price : priceFor(account, change.price, `${param}[price]`);
  const isMetered = price.recurring?.usage_type === 'metered';
  if (isMetered && change.quantity !== undefined)
    throw badRequest('You cannot set the quantity for metered plans.', `${param}[quantity]`);
  const { quantity: kept = 1, ...rest } = item;
  return {
    ...rest,
    price,
    plan: planOf(price),
    metadata: mergedMetadata(item.metadata, change.metadata),
    ...(isMetered ? {} : { quantity: change.quantity ?? kept }),
  };
}

function withoutUndefined({ price, quantity, metadata }: ItemChange): Parameters<typeof newItem>[2] {
  return {
    ...(price === undefined ? {} : { price }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(metadata ? { metadata } : {}),
  };
}
