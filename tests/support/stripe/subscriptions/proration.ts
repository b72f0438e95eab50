import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { line, nameOf } from '../invoices/lines.ts';
import { amountOf, periodOf } from './items/items.ts';

/** Credits the rest of the period for what ends, and charges it for what begins, each by the second. */
export function prorated(
  account: Account,
  subscription: Stripe.Subscription,
  ending: readonly Stripe.SubscriptionItem[],
  beginning: readonly Stripe.SubscriptionItem[],
  at: number,
): Stripe.InvoiceLineItem[] {
  const { start, end } = periodOf(subscription);
  const share = end > start ? Math.min(1, Math.max(0, (end - at) / (end - start))) : 0;
  const period = { start: at, end };
  const date = new Date(at * 1000).toISOString().slice(0, 10);
  const one = (item: Stripe.SubscriptionItem, sign: 1 | -1, word: string): Stripe.InvoiceLineItem => {
    const quantity = item.quantity ?? 1;
    const description = `${word} ${quantity} × ${nameOf(account, item)} after ${date}`;
    // Never −0, which JSON would tell as 0 and the sum would not.
    const amount = sign * Math.round(amountOf(item) * share) || 0;
    return line(account, item, { amount, description, period, isProration: true, quantity });
  };
  return [
    ...ending.map((item) => one(item, -1, 'Unused time on')),
    ...beginning.map((item) => one(item, 1, 'Remaining time on')),
  ];
}
