import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { draft } from '../invoices/draft.ts';
import { methodFor } from '../invoices/attempt.ts';
import { linesAhead, linesBehind } from '../invoices/lines.ts';
import { end } from './end.ts';
import { inPeriod, periodOf, rhythmOf } from './items/items.ts';
import { periodFrom } from './period.ts';
import { clockIdOf, customerOf } from './subscription-object.ts';

/** A period is over: cancel where that was asked for, else begin the next one and draft its invoice. */
export function turn(account: Account, id: string): void {
  const subscription = account.get('subscription', id);
  const now = account.now(clockIdOf(subscription));
  if (subscription.cancel_at !== null && subscription.cancel_at <= now)
    end(account, id, 'canceled', 'cancellation_requested');
  else if (subscription.status === 'trialing') endTrial(account, subscription);
  else renew(account, subscription, {});
}

function endTrial(account: Account, subscription: Stripe.Subscription): void {
  const about = {
    parent: {
      quote_details: null,
      subscription_details: { metadata: null, subscription: subscription.id },
      type: 'subscription_details',
    },
    customer: subscription.customer,
    default_payment_method: null,
  };
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice';
  if (methodFor(account, about) !== undefined || behavior === 'create_invoice')
    return renew(account, subscription, { status: 'active' });
  if (behavior === 'cancel') {
    end(account, subscription.id, 'canceled', 'payment_failed');
    return;
  }
  const paused = account.change('subscription', subscription.id, { status: 'paused' }, 'customer.subscription.updated');
  account.emit('customer.subscription.paused', paused);
}

/** The next period, and a draft for it that is finalized an hour later: nobody is charged while a subscription is unpaid. */
export function renew(
  account: Account,
  subscription: Stripe.Subscription,
  changes: Partial<Stripe.Subscription>,
): void {
  const { start, end: over } = periodOf(subscription);
  const { recurring } = rhythmOf(subscription.items.data.map(({ price }) => price));
  const next = periodFrom(over, subscription.billing_cycle_anchor, recurring);
  const used = linesBehind(account, subscription, customerOf(subscription), { start, end: over });
  const items = inPeriod(subscription, next);
  const renewed = account.change(
    'subscription',
    subscription.id,
    { ...changes, items },
    'customer.subscription.updated',
  );
  const licensed = linesAhead(account, renewed, next, false).filter(({ quantity }) => quantity !== 0);
  const finalizesIn = subscription.status === 'unpaid' ? null : account.billing.draftSeconds;
  draft(account, renewed, {
    reason: 'subscription_cycle',
    lines: [...used, ...licensed],
    period: { start, end: over },
    finalizesIn,
  });
}

/** Three days before its trial ends, or at once for a shorter one. */
export function tellTrialWillEnd(account: Account, id: string): void {
  const subscription = account.get('subscription', id);
  account.notes.set(toldKey(subscription), true);
  account.reschedule('subscription', id, clockIdOf(subscription));
  account.emit('customer.subscription.trial_will_end', subscription);
}

export const toldKey = ({ id, trial_end }: Stripe.Subscription): string => `trial-will-end/${id}/${trial_end ?? 0}`;
