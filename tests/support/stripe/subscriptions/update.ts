import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { given, mergedMetadata } from '../customers/customer-object.ts';
import { attach } from '../customers/payment-method-object.ts';
import { cardError } from '../customers/test-cards.ts';
import { attempt, foretell } from '../invoices/attempt.ts';
import { addPending, draft } from '../invoices/draft.ts';
import { finalize } from '../invoices/finalize.ts';
import { linesAhead, linesBehind } from '../invoices/lines.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { changedItems } from './items/update-items.ts';
import { inPeriod, listOfItems, periodOf, rhythmOf } from './items/items.ts';
import type { subscriptionUpdate } from './parameters.ts';
import { periodFrom } from './period.ts';
import { prorated } from './proration.ts';
import { clockIdOf, customerOf, trialEndingWith } from './subscription-object.ts';

export type UpdateParams = Omit<Parsed<typeof subscriptionUpdate>, 'expand' | 'off_session'>;
const over = new Set<string>(['canceled', 'incomplete_expired']);

/** Changes a subscription: what is owed for it comes with the next invoice, or at once where that is asked for or the cycle begins anew. */
export function updateSubscription(account: Account, id: string, params: UpdateParams): Stripe.Subscription {
  const before = account.get('subscription', id);
  if (over.has(before.status))
    throw badRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
      undefined,
      'invalid_canceled_subscription_fields',
    );
  const now = account.now(clockIdOf(before));
  const items = changedItems(account, before, params.items ?? []);
  const isTrial = before.status === 'trialing';
  const trialEnds = params.trial_end === 'now' && isTrial;
  const beginsAnew = trialEnds || params.billing_cycle_anchor === 'now' || (items.hasNewRhythm && !isTrial);
  const anchor = beginsAnew
    ? now
    : typeof params.trial_end === 'number'
      ? trialUntil(params.trial_end, now)
      : before.billing_cycle_anchor;
  const withItems: Stripe.Subscription = { ...before, items: listOfItems(id, items.data) };
  const period = beginsAnew
    ? periodFrom(now, now, rhythmOf(items.data.map(({ price }) => price)).recurring)
    : typeof params.trial_end === 'number'
      ? { start: now, end: anchor }
      : periodOf(before);

  const behavior = params.proration_behavior ?? 'create_prorations';
  const at = params.proration_date ?? now;
  const isProrated = behavior !== 'none' && !isTrial && before.status !== 'incomplete' && before.status !== 'paused';
  const beginning = beginsAnew ? [] : items.beginning;
  const ending = beginsAnew ? before.items.data : items.ending;
  const lines = isProrated ? prorated(account, before, ending, beginning, at) : [];
  const isInvoiced = beginsAnew || (behavior === 'always_invoice' && lines.length > 0);
  if (isInvoiced && params.payment_behavior === 'error_if_incomplete') requirePayment(account, before);

  const after = account.change(
    'subscription',
    id,
    {
      ...plainChanges(account, before, params, period.end, now),
      items: inPeriod(withItems, period),
      billing_cycle_anchor: anchor,
      ...(trialEnds ? { status: 'active', trial_end: now } : {}),
      ...(typeof params.trial_end === 'number'
        ? { status: 'trialing', trial_start: before.trial_start ?? now, trial_end: anchor }
        : {}),
    },
    'customer.subscription.updated',
  );
  if (!isInvoiced) {
    addPending(account, id, lines);
    return after;
  }
  const used = beginsAnew
    ? linesBehind(account, before, customerOf(before), { start: periodOf(before).start, end: now })
    : [];
  const ahead = beginsAnew ? linesAhead(account, after, period, false) : [];
  const about = { reason: 'subscription_update', lines: [...lines, ...used, ...ahead], period, finalizesIn: 0 };
  const invoice = finalize(account, draft(account, after, about).id);
  if (invoice.status === 'open' && params.payment_behavior !== 'default_incomplete') attempt(account, invoice.id);
  return account.get('subscription', id);
}

function plainChanges(
  account: Account,
  before: Stripe.Subscription,
  params: UpdateParams,
  periodEnd: number,
  now: number,
): Partial<Stripe.Subscription> {
  const {
    cancel_at,
    cancel_at_period_end: atEnd,
    cancellation_details: details,
    default_payment_method: method,
    description,
    metadata,
    trial_settings,
  } = params;
  const customer = customerOf(before);
  const missing = trial_settings?.end_behavior.missing_payment_method;
  const ends = atEnd === undefined ? cancel_at : atEnd ? periodEnd : null;
  const none = { comment: null, feedback: null, feedback_option: null, reason: null };
  return {
    ...given({ description }),
    ...(missing ? { trial_settings: trialEndingWith(missing) } : {}),
    metadata: mergedMetadata(before.metadata, metadata),
    ...(method === undefined
      ? {}
      : { default_payment_method: attach(account, method, customer, 'default_payment_method').id }),
    ...(ends === undefined
      ? {}
      : {
          cancel_at: ends,
          cancel_at_period_end: atEnd ?? false,
          canceled_at: ends === null ? null : (before.canceled_at ?? now),
        }),
    ...(ends === undefined && !details
      ? {}
      : {
          cancellation_details: {
            ...(before.cancellation_details ?? none),
            ...given({ comment: details?.comment, feedback: details?.feedback }),
            ...(ends === undefined ? {} : { reason: ends === null ? null : 'cancellation_requested' }),
          },
        }),
  };
}

function trialUntil(end: number, now: number): number {
  if (end <= now) throw badRequest('Invalid timestamp: must be an integer Unix timestamp in the future', 'trial_end');
  return end;
}

function requirePayment(account: Account, subscription: Stripe.Subscription): void {
  const own =
    subscription.default_payment_method ??
    account.get('customer', customerOf(subscription)).invoice_settings.default_payment_method;
  const outcome = foretell(account, own === null ? undefined : typeof own === 'string' ? own : own.id);
  if (outcome.is !== 'paid') throw cardError(outcome.decline);
}
