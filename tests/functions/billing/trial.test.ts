import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import { billingPath, stackStripe, tellStripe } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { customerOf, press, subscriptionsOf, wish } from './purchases.ts';

const stripe = stackStripe();

beforeAll(() => tellStripe('faults', { drop: true }));

/** Buys the plan, and answers what became of it at Stripe. */
async function buy(owner: Person, tenantId: string) {
  await press((await owner.call('startCheckout', wish(tenantId))).url);
  const [bought] = await subscriptionsOf(await customerOf(tenantId));
  return bought?.status;
}

const told = async (tenantId: string) =>
  (await readDocument(inTenant(tenantId, tenantPaths.subscription())))?.trialUsed;

describe('the trial of a business', () => {
  test('is not had again when its customer was deleted at Stripe, though nothing told us; the portal says to choose a plan', async () => {
    const { owner, tenantId } = await newTenant();
    expect(await buy(owner, tenantId)).toBe('trialing');
    const former = await customerOf(tenantId);
    await stripe.customers.del(former);
    await expect(owner.call('openBillingPortal', { tenantId })).rejects.toThrow(/Choose a plan first/);
    expect(await buy(owner, tenantId)).toBe('active');
    const present = await customerOf(tenantId);
    expect(present).not.toBe(former);
    expect(await readDocument(paths.stripeCustomer(present))).toMatchObject({ tenantId });
    await owner.call('syncBilling', { tenantId });
    expect(await told(tenantId)).toBe(true);
    await expect(owner.call('openBillingPortal', { tenantId })).resolves.toHaveProperty('url');
  });

  test('is not had again when Stripe does not know its customer any more, who is replaced', async () => {
    const { owner, tenantId } = await newTenant();
    expect(await buy(owner, tenantId)).toBe('trialing');
    await owner.call('syncBilling', { tenantId });
    expect(await told(tenantId)).toBe(true);
    await database().doc(billingPath(tenantId)).update({ customerId: 'cus_OfAnotherAccount' });
    await expect(owner.call('openBillingPortal', { tenantId })).rejects.toThrow(/Choose a plan first/);
    expect(await buy(owner, tenantId)).toBe('active');
  });

  test('is not taken by another product, and is promised as long as it is given', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('startCheckout', wish(tenantId));
    const product = await stripe.products.create({ name: 'Advice' });
    const euros = { currency: 'eur', unit_amount: 500, recurring: { interval: 'month' } } as const;
    const { id } = await stripe.prices.create({ product: product.id, ...euros });
    const customer = await customerOf(tenantId);
    await stripe.subscriptions.create({ customer, items: [{ price: id }], trial_period_days: 3 });
    await owner.call('syncBilling', { tenantId });
    expect(await told(tenantId)).toBe(false);
    expect(await buy(owner, tenantId)).toBe('trialing');
    const [bought] = await subscriptionsOf(customer);
    await stripe.subscriptions.cancel(bought?.id ?? '');
    await owner.call('syncBilling', { tenantId });
    expect(await told(tenantId)).toBe(true);
    expect(await buy(owner, tenantId)).toBe('active');
  });
});
