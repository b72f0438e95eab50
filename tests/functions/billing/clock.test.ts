import { day } from '@tenantry/model/billing/dunning';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { schedules } from '../../../functions/src/schedules.ts';
import { give } from '../../support/billing/give.ts';
import { billingPath, billingRecord } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';

const accessOf = (tenantId: string) => readDocument(inTenant(tenantId, tenantPaths.access()));
const planOf = async (tenantId: string) => (await readDocument(paths.tenant(tenantId)))?.plan;
const support = { features: { 'priority-support': { value: true, until: null } } } as const;

/** What the sync wrote of a debt, when it heard from Stripe last at a moment. */
async function putDebt(tenantId: string, syncedAt: number): Promise<void> {
  const owedSince = Date.now();
  const subscription = {
    id: 'sub_1',
    status: 'past_due',
    plan: 'pro',
    interval: 'month',
    quantity: 1,
    createdAt: owedSince - 31 * day,
    paidUntil: owedSince,
    trialEnd: null,
    cancelAtPeriodEnd: false,
    owedSince,
  };
  await database()
    .doc(billingPath(tenantId))
    .set({ ...billingRecord('pro'), overrides: {}, subscriptions: [subscription], syncedAt });
}

test('what an operator gives lifts no hold of a debt whose time has come by Stripe’s clock, which may be ahead of ours', async () => {
  const [held, free] = await Promise.all([newTenant(), newTenant()]);
  await Promise.all([putDebt(held.tenantId, Date.now() + 20 * day), putDebt(free.tenantId, Date.now())]);
  await Promise.all([give(held.tenantId, support), give(free.tenantId, support)]);
  expect(await accessOf(held.tenantId)).toMatchObject({ status: 'readonly', holds: { billing: 'readonly' } });
  expect(await accessOf(free.tenantId)).toMatchObject({ status: 'active', holds: { billing: 'active' } });
});

test('what was given for a time ends, although Stripe knows nothing of the customer any more', async () => {
  const [ended, going] = await Promise.all([newTenant(), newTenant()]);
  const now = Date.now();
  for (const [{ tenantId }, until] of [
    [ended, now - 1_000],
    [going, now + day],
  ] as const) {
    await database()
      .doc(billingPath(tenantId))
      .set({
        ...billingRecord('business', 'cus_of_another_account'),
        overrides: { plan: { value: 'business', until } },
      });
    await database().doc(paths.tenant(tenantId)).update({ plan: 'business' });
    await database()
      .doc(paths.placement(tenantId))
      .update({ billingCheckAt: Timestamp.fromMillis(now - 1_000) });
  }
  await schedules.dunning(new Date(now));
  expect(await Promise.all([ended, going].map(({ tenantId }) => planOf(tenantId)))).toEqual(['free', 'business']);
});
