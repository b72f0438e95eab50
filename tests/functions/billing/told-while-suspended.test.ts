import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { hire, setAccess } from '../../support/staff.ts';

/** Nothing of a suspended business can be read, and who pays for it may have to end that. */
test('of a suspended business those who may pay are told that something was bought, and nobody else ever is', async () => {
  const { owner, tenantId } = await newTenant();
  const admin = await hire(owner, tenantId, 'admin');
  const told = async (person: Person) => (await person.call('activateTenant', { tenantId })).hasBought;
  const subscription = database().doc(inTenant(tenantId, tenantPaths.subscription()));
  await setAccess(tenantId, { status: 'suspended', 'holds.operator': 'suspended' });
  expect(await told(owner)).toBeUndefined();
  await subscription.set({ plan: 'pro', status: 'active' });
  expect(await told(owner)).toBe(true);
  expect(await told(admin)).toBeUndefined();
  await setAccess(tenantId, { status: 'readonly', 'holds.operator': 'readonly' });
  expect(await told(owner)).toBeUndefined();
});
