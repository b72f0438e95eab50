import type Stripe from 'stripe';
import Sdk from 'stripe';
import type { Account } from '../account/account.ts';
import { idOf } from '../account/store.ts';
import { amountFor, amountOf } from '../subscriptions/items/items.ts';
import type { Period } from '../subscriptions/period.ts';
import { usageOf } from '../metering/usage.ts';

type Line = Stripe.InvoiceLineItem;
type Charged = {
  readonly amount: number;
  readonly description: string;
  readonly period: Period;
  readonly isProration: boolean;
  readonly quantity: number;
};

/** A line about an item, on no invoice yet. */
export function line(account: Account, item: Stripe.SubscriptionItem, charged: Charged): Line {
  const { amount, description, period, isProration, quantity } = charged;
  return {
    id: account.ids.next('il'),
    object: 'line_item',
    amount,
    currency: item.price.currency,
    description,
    discount_amounts: [],
    discountable: !isProration,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: isProration ? account.ids.next('ii') : null,
        proration: isProration,
        proration_details: { credited_items: null },
        subscription: item.subscription,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { start: period.start, end: period.end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: item.price.id, product: idOf(item.price.product) },
      type: 'price_details',
      unit_amount_decimal: item.price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: Sdk.Decimal.from(quantity),
    subscription: item.subscription,
    subtotal: amount,
    taxes: [],
  };
}

/** What a period costs: each licensed item ahead of it. */
export function linesAhead(
  account: Account,
  subscription: Stripe.Subscription,
  period: Period,
  isTrial: boolean,
): Line[] {
  return subscription.items.data.map((item) => {
    const isMetered = item.price.recurring?.usage_type === 'metered';
    const quantity = isMetered ? 0 : (item.quantity ?? 1);
    const product = nameOf(account, item);
    const description = isTrial ? `Trial period for ${product}` : `${quantity} × ${product} (at ${priced(item.price)})`;
    return line(account, item, {
      amount: isTrial ? 0 : amountOf(item),
      description,
      period,
      isProration: false,
      quantity,
    });
  });
}

/** What was used in a period that is over: each metered item after it. */
export function linesBehind(
  account: Account,
  subscription: Stripe.Subscription,
  customer: string,
  period: Period,
): Line[] {
  return subscription.items.data
    .filter(({ price }) => price.recurring?.usage_type === 'metered')
    .map((item) => {
      const quantity = usageOf(account, item.price.recurring?.meter ?? '', customer, period);
      const amount = amountFor(item.price, quantity);
      const description = `${quantity} × ${nameOf(account, item)} (at ${priced(item.price)})`;
      return line(account, item, { amount, description, period, isProration: false, quantity });
    });
}

export function nameOf(account: Account, item: Stripe.SubscriptionItem): string {
  return account.store.table('product').get(idOf(item.price.product))?.name ?? idOf(item.price.product);
}

function priced({ unit_amount, currency, recurring }: Stripe.Price): string {
  return `${((unit_amount ?? 0) / 100).toFixed(2)} ${currency.toUpperCase()} / ${recurring?.interval ?? 'unit'}`;
}
