import { day } from '@tenantry/model/billing/dunning';
import { paths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { billingPath, billingRecord, stackStripe } from '../billing/stack-stripe.ts';
import { database } from '../database.ts';
import type { Shop } from '../shop.ts';

/** A clock of one customer's own at Stripe. */
export type OwnClock = {
  /** Lets so many days go by for this customer, and for nobody else on the stack. */
  readonly advance: (days: number) => Promise<void>;
};

/**
 * Makes the customer of a business before it buys anything, on a clock of its own that begins so many days ago: what falls due by
 * and by does so while the test runs, and the real day is the one on which it is looked at.
 */
export async function pastCustomer({ tenantId, owner }: Shop, daysAgo: number): Promise<OwnClock> {
  const stripe = stackStripe();
  const seconds = (days: number): number => Math.floor((Date.now() + days * day) / 1_000);
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: seconds(-daysAgo) });
  const { id } = await stripe.customers.create({
    email: owner.email,
    test_clock: clock.id,
    metadata: { tenantId },
  });
  await database().doc(paths.stripeCustomer(id)).set({ tenantId, createdAt: Timestamp.now() });
  await database()
    .doc(billingPath(tenantId))
    .set({ ...billingRecord('free', id), overrides: {} });
  let passed = 0;
  return {
    async advance(days) {
      passed += days;
      await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: seconds(passed - daysAgo) });
    },
  };
}
