import { attempt } from '../invoices/attempt.ts';
import { finalize } from '../invoices/finalize.ts';
import { expireSession } from '../checkout/expire.ts';
import { end } from '../subscriptions/end.ts';
import { periodOf } from '../subscriptions/items/items.ts';
import { tellTrialWillEnd, toldKey, turn } from '../subscriptions/renew.ts';
import type { Account, Due } from './account.ts';
import { day } from './settings.ts';
import { objectKinds, type ObjectKind } from './store.ts';

const incompleteSeconds = 23 * 3600;
const renewing = new Set<string>(['active', 'trialing', 'past_due', 'unpaid']);

/** When time alone next changes an object, in seconds. */
export const dueAt: Due = (account, kind, id) => nextOf[kind]?.(account, id);

const nextOf: Partial<Record<ObjectKind, (account: Account, id: string) => number | undefined>> = {
  subscription: (account, id) => {
    const subscription = account.store.table('subscription').get(id);
    if (!subscription) return undefined;
    const { status, created, cancel_at: cancelAt, trial_end: trialEnd, trial_start: trialStart } = subscription;
    if (status === 'incomplete') return created + incompleteSeconds;
    if (!renewing.has(status)) return undefined;
    const turns = Math.min(periodOf(subscription).end, cancelAt ?? Infinity);
    if (status !== 'trialing' || trialEnd === null || account.notes.has(toldKey(subscription))) return turns;
    return Math.min(turns, Math.max(trialEnd - 3 * day, trialStart ?? created));
  },
  invoice: (account, id) => {
    const invoice = account.store.table('invoice').get(id);
    if (invoice?.auto_advance !== true) return undefined;
    if (invoice.status === 'draft') return invoice.automatically_finalizes_at ?? undefined;
    return invoice.status === 'open' ? (invoice.next_payment_attempt ?? undefined) : undefined;
  },
  'checkout.session': (account, id) => {
    const session = account.store.table('checkout.session').get(id);
    return session?.status === 'open' ? session.expires_at : undefined;
  },
};

const acts: Partial<Record<ObjectKind, (account: Account, id: string, at: number) => void>> = {
  subscription: (account, id, at) => {
    const subscription = account.get('subscription', id);
    if (subscription.status === 'incomplete') end(account, id, 'incomplete_expired', null);
    else if (at >= Math.min(periodOf(subscription).end, subscription.cancel_at ?? Infinity)) turn(account, id);
    else tellTrialWillEnd(account, id);
  },
  invoice: (account, id) => {
    const invoice = account.get('invoice', id);
    const isFinal = invoice.status === 'draft' ? finalize(account, id) : invoice;
    if (isFinal.status === 'open') attempt(account, id, { isScheduled: true });
  },
  'checkout.session': (account, id) => expireSession(account, id),
};

/** Does everything that is due until then, in the order of time, each at its own. */
export function runDue(account: Account, testClock: string | null, until: number): void {
  const schedule = account.scheduleOf(testClock);
  for (let next = schedule.next(); next && next.at <= until; next = schedule.next()) {
    const [kind, id] = split(next.id);
    const { at } = next;
    account.byItself(at, () => acts[kind]?.(account, id, at));
    const after = schedule.next();
    if (after?.id === next.id && after.at === at)
      throw new Error(`The double does not get on: ${next.id} is due at ${at} again.`);
  }
}

/** Moves the account's clock (seconds), doing what falls due on the way. Throws a RangeError for a time that is past. */
export function moveClock(account: Account, until: number): void {
  if (until < account.present()) throw new RangeError('The clock moves forward only.');
  runDue(account, null, until);
  account.offset += until - account.present();
}

/** What became due on test clocks by a request, at the times at which they stand still. */
export function testClocksDue(account: Account): void {
  for (const clock of account.store.table('test_helpers.test_clock').values())
    runDue(account, clock.id, clock.frozen_time);
}

function split(key: string): readonly [ObjectKind, string] {
  const slash = key.indexOf('/');
  const kind = objectKinds.find((each) => each === key.slice(0, slash));
  if (!kind) throw new RangeError(`No kind of object: ${key}`);
  return [kind, key.slice(slash + 1)];
}
