import { paths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import type { Stripe } from 'stripe';
import { expect } from 'vitest';
import { database } from '../database.ts';
import { giveCard, subscribe } from './customer-business.ts';
import { askStripe, billingPath, billingRecord, stackStripe } from './stack-stripe.ts';

/** What the stand-in knows of a call to the webhook. */
type Delivery = { readonly state: string; readonly event: Stripe.Event };

/**
 * A business becomes a customer that pays for the plan pro, and hears nothing of it: Stripe told all of it before anybody knew whose
 * customer it was. Answers the customer's id.
 */
export async function buyUnheard(tenantId: string): Promise<string> {
  const { id } = await stackStripe().customers.create({ metadata: { tenantId } });
  await giveCard(id, 'pm_card_visa');
  await subscribe(id, 'pro');
  const coming = async () => {
    const all = (await askStripe('deliveries')) as readonly Delivery[];
    return all.filter(({ state, event }) => state === 'waiting' && JSON.stringify(event.data.object).includes(id));
  };
  await expect.poll(coming).toEqual([]);
  await database().doc(paths.stripeCustomer(id)).set({ tenantId, createdAt: Timestamp.now() });
  await database()
    .doc(billingPath(tenantId))
    .set({ ...billingRecord('free', id), overrides: {} });
  return id;
}
