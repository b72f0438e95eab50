import type Stripe from 'stripe';
import { fromSeconds } from './from-seconds.ts';
import { idOf } from './id-of.ts';

/** The invoices of one subscription among a customer's, the newest first. */
export function invoicesOf(subscriptionId: string, invoices: readonly Stripe.Invoice[]): Stripe.Invoice[] {
  return invoices
    .filter(({ parent }) => idOf(parent?.subscription_details?.subscription) === subscriptionId)
    .toSorted((a, b) => b.created - a.created);
}

/** What nobody paid: asked for, written off, or, as Stripe leaves those of an unpaid subscription, never asked for. */
const unsettled: ReadonlySet<Stripe.Invoice.Status | null> = new Set(['open', 'uncollectible', 'draft']);

/**
 * Since when a subscription is owed for, in milliseconds: since the oldest invoice after the last paid one that nobody paid. One from
 * before that belongs to a debt that is over: with a newer one paid the subscription was active again, and Stripe left the older one
 * open. What counts is when an invoice was made and not when it was paid. One that asked for nothing, as Stripe makes for a trial or when a
 * credit is larger, is paid by nobody and ends no debt. Null when there is none.
 */
export function owedSinceOf(subscriptionId: string, invoices: readonly Stripe.Invoice[]): number | null {
  const own = invoicesOf(subscriptionId, invoices);
  const lastPaid = own.findIndex(({ status, subtotal }) => status === 'paid' && subtotal > 0);
  const owed = own.slice(0, lastPaid < 0 ? own.length : lastPaid).filter(({ status }) => unsettled.has(status));
  const moments = owed.map(
    ({ due_date, status_transitions, created }) => due_date ?? status_transitions.finalized_at ?? created,
  );
  return moments.length > 0 ? fromSeconds(Math.min(...moments)) : null;
}

/**
 * The draft by which an unpaid subscription comes back, once the newest that was asked for is paid: Stripe leaves the invoices of later
 * periods as drafts, which nobody can pay, and the subscription is active again when the newest is paid. `undefined` when there is none.
 */
export function draftToPay(
  { id, status }: Pick<Stripe.Subscription, 'id' | 'status'>,
  invoices: readonly Stripe.Invoice[],
): string | undefined {
  if (status !== 'unpaid') return undefined;
  const [newest, ...others] = invoicesOf(id, invoices).filter((each) => each.status !== 'void');
  const lastAsked = others.find((each) => each.status !== 'draft');
  return newest?.status === 'draft' && lastAsked?.status === 'paid' ? newest.id : undefined;
}
