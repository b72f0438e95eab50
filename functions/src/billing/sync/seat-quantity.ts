import type { BillingState } from '@tenantry/model/billing/billing-state';
import { standingOf } from '@tenantry/model/billing/subscription-facts';
import { log } from '../../platform/log.ts';
import type { StripeReading } from '../stripe/read-stripe.ts';
import { isRefusedByStripe } from '../stripe/refused-by-stripe.ts';
import { stripe } from '../stripe/stripe-client.ts';

/** A quantity that Stripe should have and has not. */
export type WantedQuantity = {
  readonly subscriptionId: string;
  readonly itemId: string;
  readonly quantity: number;
  /** The period that runs is not paid for. */
  readonly owed: boolean;
  /** Names this wish among others of the same subscription: the fence of the write that it follows from. */
  readonly fence: number;
};

/** What Stripe has to be told about seats, if anything: it counts max(1, seats used), and we are the only ones who say so. */
export function wantedQuantityOf(
  { subscriptions, seatItems }: StripeReading,
  { rulingId }: BillingState,
  { seatsUsed, fence }: { readonly seatsUsed: number; readonly fence: number },
): WantedQuantity | undefined {
  const ruling = subscriptions.find(({ id }) => id === rulingId);
  const itemId = seatItems.get(rulingId ?? '');
  const quantity = Math.max(1, seatsUsed);
  if (!ruling || itemId === undefined || ruling.quantity === quantity) return undefined;
  return { subscriptionId: ruling.id, itemId, quantity, owed: standingOf(ruling.status) === 'owed', fence };
}

/**
 * Sets the quantity at Stripe, which prorates it onto the next invoice; while a period is owed it counts from the next one, since Stripe
 * would credit time that nobody paid for, and take that credit for a payment. The same wish told twice is one change. Answers whether it was
 * taken: one that Stripe refuses is logged and keeps nothing else from going on.
 */
export async function setSeatQuantity({
  subscriptionId,
  itemId,
  quantity,
  owed,
  fence,
}: WantedQuantity): Promise<boolean> {
  const client = await stripe();
  try {
    await client.subscriptions.update(
      subscriptionId,
      { items: [{ id: itemId, quantity }], proration_behavior: owed ? 'none' : 'create_prorations' },
      { idempotencyKey: `seats-${subscriptionId}-${fence}-${quantity}` },
    );
    return true;
  } catch (fault) {
    if (!isRefusedByStripe(fault)) throw fault;
    log.seatsRefused(fault);
    return false;
  }
}
