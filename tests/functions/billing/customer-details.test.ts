import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { stackStripe, tellStripe } from '../../support/billing/stack-stripe.ts';
import { newPerson } from '../../support/people.ts';
import { hire } from '../../support/staff.ts';
import { customerOf, press, subscriptionsOf, wish } from './purchases.ts';

const { customers } = stackStripe();

beforeAll(() => tellStripe('faults', { drop: true }));

test('an owner whose address Stripe refuses can buy and pay: the business has its name there, and Stripe writes to whom it wrote before', async () => {
  const person = await newPerson('owner', { email: `owner-${randomUUID()}@example.invalid` });
  const slug = `refused-${randomUUID().slice(0, 8)}`;
  const { tenantId } = await person.call('createTenant', { name: 'Plain', slug, currency: 'EUR' });
  const owner = await person.refresh();
  await press((await owner.call('startCheckout', wish(tenantId))).url);
  const customer = await customerOf(tenantId);
  expect(await customers.retrieve(customer)).toMatchObject({ name: 'Plain', email: null });
  expect(await subscriptionsOf(customer)).toHaveLength(1);

  const other = await hire(owner, tenantId, 'owner');
  await other.call('openBillingPortal', { tenantId });
  await owner.call('updateTenant', { tenantId, name: 'Plainer' });
  expect((await owner.call('openBillingPortal', { tenantId })).url).toContain('/portal/');
  expect(await customers.retrieve(customer)).toMatchObject({ name: 'Plainer', email: other.email });
});
