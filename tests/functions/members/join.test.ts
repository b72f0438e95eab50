import { describe, expect, test } from 'vitest';
import { storedClaims } from '../../support/database.ts';
import { newPerson, newTenant } from '../../support/people.ts';
import { auditOf, hire, newCustomer, roleOf, seatsOf, setAccess } from '../../support/staff.ts';

describe('joining a shop', () => {
  test('makes a customer, in the claims at once, without a seat and without an audit entry', async () => {
    const { tenantId, slug } = await newTenant();
    const entries = await auditOf(tenantId);
    const person = await newPerson();
    expect(await person.call('joinAsCustomer', { slug })).toEqual({ tenantId });
    expect((await storedClaims(person.uid)).tenants[tenantId]?.[0]).toBe('customer');
    expect(await roleOf(tenantId, person)).toBe('customer');
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 0, owners: 1 });
    expect(await auditOf(tenantId)).toEqual(entries);
  });

  test('who is in already keeps the role, in a shop that is closed too', async () => {
    const { owner, tenantId, slug } = await newTenant();
    const viewer = await hire(owner, tenantId, 'viewer');
    await owner.call('updateTenant', { tenantId, joinOpen: false });
    for (const person of [owner, viewer]) {
      const role = await roleOf(tenantId, person);
      expect(await person.call('joinAsCustomer', { slug })).toEqual({ tenantId });
      expect(await roleOf(tenantId, person)).toBe(role);
    }
  });

  test('is refused where the shop is closed, held back or unknown, and without a confirmed address', async () => {
    const { owner, tenantId, slug } = await newTenant();
    const person = await newPerson();
    await owner.call('updateTenant', { tenantId, joinOpen: false });
    expect(await person.try('joinAsCustomer', { slug })).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'state', status: 'closed' },
    });
    await owner.call('updateTenant', { tenantId, joinOpen: true });
    for (const status of ['readonly', 'suspended', 'deleting']) {
      await setAccess(tenantId, { status });
      expect(await person.try('joinAsCustomer', { slug })).toMatchObject({
        code: 'failed-precondition',
        details: { reason: 'state', status },
      });
    }
    await setAccess(tenantId, { status: 'active' });
    expect(await person.try('joinAsCustomer', { slug: 'no-such-shop' })).toMatchObject({ code: 'not-found' });
    const unverified = await newPerson('person', { verified: false });
    expect(await unverified.try('joinAsCustomer', { slug })).toMatchObject({ details: { reason: 'email-unverified' } });
    expect([await roleOf(tenantId, person), await roleOf(tenantId, unverified)]).toEqual([undefined, undefined]);
    await person.call('joinAsCustomer', { slug });
  });

  test('twice at once makes one customer', async () => {
    const { tenantId, slug } = await newTenant();
    const person = await newPerson();
    const answers = await Promise.all(Array.from({ length: 4 }, () => person.try('joinAsCustomer', { slug })));
    for (const answer of answers) expect(answer).toMatchObject({ result: { tenantId } });
    expect(await roleOf(tenantId, person)).toBe('customer');
  });

  test('a customer leaves without an audit entry, and comes back with a token of their own', async () => {
    const { tenantId, slug } = await newTenant();
    const customer = await newCustomer(slug);
    const entries = await auditOf(tenantId);
    const before = customer.withOldToken();
    await customer.call('leaveTenant', { tenantId });
    expect(await auditOf(tenantId)).toEqual(entries);
    expect((await storedClaims(customer.uid)).tenants).toEqual({});
    await customer.call('joinAsCustomer', { slug });
    await customer.refresh();
    expect(await before.try('leaveTenant', { tenantId })).toMatchObject({ code: 'permission-denied' });
    expect(await roleOf(tenantId, customer)).toBe('customer');
    await customer.call('leaveTenant', { tenantId });
  });
});
