import { isRunning, type SubscriptionFacts } from '@tenantry/model/billing/subscription-facts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import { log } from '../../platform/log.ts';
import { pause } from '../../platform/pause.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { expireOpenPages } from '../checkout/open-pages.ts';
import { askForDraft } from '../stripe/ask-for-draft.ts';
import { noReading, readStripe, type StripeReading } from '../stripe/read-stripe.ts';
import { readBillingRecord } from './billing-record.ts';
import { setSeatQuantity, type WantedQuantity, wantedQuantityOf } from './seat-quantity.ts';
import { readBefore, writeState } from './write-state.ts';

/** Each round somebody got further, so that many at once on one customer all come to an end. */
const maxRounds = 12;

export type ConvergeOptions = {
  /** Whom the audit log names: a uid, `stripe`, or `schedule:<name>`. */
  readonly actor: string;
  readonly now: Date;
};

/**
 * Brings the present tenant's billing state in step with what Stripe says now, its overrides and the clock, and Stripe's quantity
 * with the seats that are used. The one function that webhook, success page, schedules and operators call; safe to
 * repeat. Throws what the SDK throws when Stripe can't be asked, and `contention` when others were always faster.
 */
export async function convergeBilling(options: ConvergeOptions): Promise<void> {
  for (let round = 0; round < maxRounds; round += 1) {
    // The fence is read before Stripe is asked: what a slower, older answer would overwrite has moved it meanwhile.
    const { customerId, fence, subscriptions } = await readTenant(readBillingRecord);
    const reading = customerId === null ? noReading : await readStripe(customerId);
    // What was bought once is not for sale a second time on a page that somebody left open. Before it is written down that it
    // runs: whoever dies in between does so again.
    if (customerId !== null && hasBegun(reading.subscriptions, subscriptions)) await expireOpenPages(customerId);
    const written = await writeReading({ customerId, fence, reading }, options);
    if (written === 'moved') {
      await pause(20 * round);
      continue;
    }
    const { quantity, draft } = written;
    const wasSet = quantity !== undefined && (await setSeatQuantity(quantity));
    const wasAsked = draft !== undefined && (await askForDraft(draft));
    if (!wasSet && !wasAsked) return;
  }
  throw new Refusal('contention', 'Too much happened to this subscription at once. Try again.');
}

/** What Stripe is to be told after it was heard. */
type Wishes = { readonly quantity: WantedQuantity | undefined; readonly draft: string | undefined };

/** Whether a subscription runs that did not before. */
function hasBegun(now: readonly SubscriptionFacts[], before: readonly SubscriptionFacts[]): boolean {
  const known = new Set(before.filter(isRunning).map(({ id }) => id));
  return now.some((each) => isRunning(each) && !known.has(each.id));
}

type Asked = { readonly customerId: string | null; readonly fence: number; readonly reading: StripeReading };

/** Writes what Stripe said, unless somebody wrote since it was asked. */
function writeReading(
  { customerId, fence, reading }: Asked,
  { actor, now }: ConvergeOptions,
): Promise<'moved' | Wishes> {
  // The later of the two clocks: a schedule may be run for a moment to come, and Stripe's may be moved by a test.
  const moment = new Date(Math.max(now.getTime(), reading.at));
  return workInTenant({ actor, audited: 'when-changed', now: moment }, async (work) => {
    const { tx } = work;
    const [before, counters] = await Promise.all([readBefore(tx), tx.get(tenantDocuments.counters())]);
    const { record } = before;
    if (record.fence !== fence || record.customerId !== customerId) return 'moved';
    const running = reading.subscriptions.filter(isRunning).length;
    if (running > 1) log.subscriptionsRunBesideEachOther(running);
    const invoices = Object.fromEntries(reading.invoices.map(({ id, digest }) => [id, digest]));
    const { subscriptions } = reading;
    const state = await writeState(work, before, { subscriptions, invoices, syncedAt: moment.getTime() });
    for (const { id, digest, document } of reading.invoices) {
      if (record.invoices[id] !== digest) tx.set(tenantDocuments.invoice(id), document);
    }
    return {
      quantity: wantedQuantityOf(reading, state, { seatsUsed: counters?.seatsUsed ?? 0, fence: fence + 1 }),
      draft: reading.drafts.get(state.rulingId ?? ''),
    };
  });
}
