import { beforeAll, expect, test } from 'vitest';
import { billingPath, tellStripe } from '../../support/billing/stack-stripe.ts';
import { readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';
import { examined } from '../doctor/patient.ts';
import { newOperator } from '../revocation/places.ts';
import { wish } from './purchases.ts';

beforeAll(() => tellStripe('faults', { drop: true }));

test('a business that was in step before it was a customer is well when its owner opens a page to buy and leaves it', async () => {
  const operator = await newOperator();
  const { owner, tenantId } = await newTenant();
  const record = () => readDocument(billingPath(tenantId));
  await operator.callOperator('syncTenantBilling', { tenantId });
  expect(await record()).toMatchObject({ customerId: null, syncedAt: expect.any(Number) as number });
  expect((await examined(tenantId)).said).toEqual([]);

  await owner.call('startCheckout', wish(tenantId));
  expect(await record()).toMatchObject({ customerId: expect.any(String) as string });
  expect((await examined(tenantId)).said).toEqual([]);
  await owner.call('syncBilling', { tenantId });
  expect((await examined(tenantId)).said).toEqual([]);
});
