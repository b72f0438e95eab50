import type Stripe from 'stripe';
import { idOf } from '../stripe/id-of.ts';

/** The customer that an event is about; null for what is no customer's, a price say. Nothing else of an event is believed. */
export function customerOf({ data: { object } }: Stripe.Event): string | null {
  if (object.object === 'customer') return object.id;
  return 'customer' in object ? idOf(object.customer) : null;
}
