import { randomBytes } from 'node:crypto';
import { paths } from '@tenantry/model/paths';
import { beforeAll, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import {
  billingPath,
  eventOf,
  postSigned,
  registeredCustomer,
  tellStripe,
} from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';

const reason = 'Agreed by mail';
let operator: Person;

beforeAll(async () => {
  await tellStripe('faults', { drop: true });
  operator = await newPerson('operator');
  await addOperator(operator.email);
  await operator.refresh();
});

test('what an operator gives must be something, and ends only where something is given', async () => {
  const { tenantId } = await newTenant();
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const refused = { code: 'invalid-argument', details: { reason: 'input' } };
  const asked = { tenantId, reason };
  const none = await operator.tryOperator('setTenantFeatures', { ...asked, features: {} });
  expect(none).toMatchObject({ ...refused, details: { issues: [{ path: 'features', code: 'empty' }] } });
  const leftToThePlan = { features: { 'custom-roles': null }, until } as const;
  expect(await operator.tryOperator('setTenantFeatures', { ...asked, ...leftToThePlan })).toMatchObject(refused);
  const paid = await operator.tryOperator('setTenantPlan', { ...asked, plan: 'paid', until });
  expect(paid).toMatchObject({ ...refused, details: { issues: [{ path: 'until', code: 'no-end' }] } });
  const past = { plan: 'pro', until: '2020-01-01T00:00:00Z' } as const;
  const over = await operator.tryOperator('setTenantPlan', { ...asked, ...past });
  expect(over).toMatchObject({ ...refused, details: { issues: [{ path: 'until', code: 'over' }] } });
  expect(await readDocument(billingPath(tenantId))).toBeUndefined();

  const given = { features: { 'custom-roles': true }, until } as const;
  await operator.callOperator('setTenantFeatures', { ...asked, ...given });
  await operator.callOperator('setTenantPlan', { ...asked, plan: 'pro', until });
  expect(await operator.callOperator('setTenantPlan', { ...asked, plan: 'paid' })).toEqual({ plan: 'free' });
});

test('a business without its own document is missing, and an event of one that is gone says so', async () => {
  const { tenantId } = await newTenant();
  const customer = await registeredCustomer(tenantId);
  const event = { ...eventOf('customer.updated', { object: 'customer', id: customer }) };
  event.id = `evt_${randomBytes(8).toString('hex')}`;
  expect((await postSigned(event)).ok).toBe(true);
  const replay = () => operator.tryOperator('replayEvent', { eventId: event.id });
  expect(await replay()).toMatchObject({ ok: true });

  await database().doc(paths.tenant(tenantId)).delete();
  const missing = { code: 'not-found', details: { reason: 'missing' } };
  expect(await operator.tryOperator('setTenantPlan', { tenantId, plan: 'pro', reason })).toMatchObject(missing);
  const features = { 'custom-roles': true };
  expect(await operator.tryOperator('setTenantFeatures', { tenantId, features, reason })).toMatchObject(missing);
  const gone = { ...missing, message: expect.stringMatching(/business .* is gone/) as string };
  expect(await replay()).toMatchObject(gone);
  await database().doc(paths.placement(tenantId)).delete();
  expect(await replay()).toMatchObject(gone);
});
