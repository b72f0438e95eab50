import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { expect, test } from 'vitest';
import { billingPath } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';
import { newOperator } from '../revocation/places.ts';

const week = 7 * 86_400_000;

test('an operator sees what was given and taken, until when, and no more than is in force', async () => {
  const [operator, { tenantId }, { tenantId: another }] = await Promise.all([newOperator(), newTenant(), newTenant()]);
  const giftsOf = async (of: string) => (await operator.callOperator('getTenant', { tenantId: of })).gifts;
  const until = new Date(Date.now() + week).toISOString();
  const reason = 'They help us to test';
  await operator.callOperator('setTenantPlan', { tenantId, plan: 'business', until, reason });
  await operator.callOperator('setTenantFeatures', { tenantId, features: { 'priority-support': false }, reason });
  await operator.callOperator('setTenantFeatures', { tenantId, features: { 'custom-roles': true }, until, reason });
  expect(await giftsOf(tenantId)).toEqual({
    plan: { plan: 'business', until },
    features: [
      { feature: 'custom-roles', given: true, until },
      { feature: 'priority-support', given: false, until: null },
    ],
  });
  expect(await giftsOf(another)).toEqual({ plan: null, features: [] });

  // The time of two of them is over, whether or not a schedule came by.
  const past = Date.now() - 1_000;
  await database()
    .doc(billingPath(tenantId))
    .update({ 'overrides.plan.until': past, 'overrides.features.custom-roles.until': past });
  const left = [{ feature: 'priority-support', given: false, until: null }];
  expect(await giftsOf(tenantId)).toEqual({ plan: null, features: left });
  expect((await readDocument(inTenant(tenantId, tenantPaths.self())))?.plan).toBe('business');

  await operator.callOperator('setTenantFeatures', { tenantId, features: { 'priority-support': null }, reason });
  expect(await giftsOf(tenantId)).toEqual({ plan: null, features: [] });
});
