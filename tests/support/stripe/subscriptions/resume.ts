import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { attempt } from '../invoices/attempt.ts';
import { draft } from '../invoices/draft.ts';
import { finalize } from '../invoices/finalize.ts';
import { linesAhead } from '../invoices/lines.ts';
import { badRequest } from '../request/errors.ts';
import { inPeriod, rhythmOf } from './items/items.ts';
import { periodFrom } from './period.ts';
import { clockIdOf } from './subscription-object.ts';

/** Takes up a subscription that was paused at the end of its trial: a cycle begins now, and is paid for. */
export function resume(account: Account, id: string): Stripe.Subscription {
  const paused = account.get('subscription', id);
  if (paused.status !== 'paused') throw badRequest('You can only resume a paused subscription.');
  const now = account.now(clockIdOf(paused));
  const period = periodFrom(now, now, rhythmOf(paused.items.data.map(({ price }) => price)).recurring);
  const changes = { status: 'active', billing_cycle_anchor: now, items: inPeriod(paused, period) };
  const resumed = account.change('subscription', id, changes, 'customer.subscription.updated');
  account.emit('customer.subscription.resumed', resumed);
  const lines = linesAhead(account, resumed, period, false);
  const invoice = finalize(
    account,
    draft(account, resumed, { reason: 'subscription_update', lines, period, finalizesIn: 0 }).id,
  );
  if (invoice.status === 'open') attempt(account, invoice.id, { isOnSession: true });
  return account.get('subscription', id);
}
