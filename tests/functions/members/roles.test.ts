import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument, storedClaims } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, newCustomer, roleOf, seatsOf, setAccess, setPlan } from '../../support/staff.ts';

const packer = ['profile:read', 'member:read', 'product:write'];
const hr = ['profile:read', 'member:read', 'member:manage'];

let owner: Person;
let tenantId: string;
let slug: string;
const staff: Record<string, Person> = {};

beforeAll(async () => {
  ({ owner, tenantId, slug } = await newTenant());
  await setPlan(tenantId, 'business');
  await setAccess(tenantId, { roles: { packer, hr } });
  staff.owner = owner;
  for (const role of ['admin', 'member', 'viewer', 'hr']) staff[role] = await hire(owner, tenantId, role);
  staff.customer = await newCustomer(slug);
});

function staffAs(role: string): Person {
  const person = staff[role];
  if (!person) throw new Error(`Nobody is ${role}.`);
  return person;
}

/** Whom each role may give which role: every permission of the present and of the next one must be theirs. */
const rows = [
  ['owner', 'admin', 'owner', true],
  ['owner', 'owner', 'admin', true],
  ['owner', 'customer', 'viewer', true],
  ['owner', 'viewer', 'packer', true],
  ['admin', 'admin', 'viewer', true],
  ['admin', 'viewer', 'admin', true],
  ['admin', 'viewer', 'packer', true],
  ['admin', 'packer', 'customer', true],
  ['hr', 'hr', 'hr', true],
  ['admin', 'viewer', 'owner', false],
  ['admin', 'owner', 'viewer', false],
  ['admin', 'owner', 'admin', false],
  ['hr', 'viewer', 'hr', false],
  ['hr', 'hr', 'viewer', false],
  ['hr', 'packer', 'hr', false],
  ['member', 'viewer', 'customer', false],
  ['viewer', 'viewer', 'viewer', false],
  ['customer', 'customer', 'customer', false],
] as const;

describe('changing a role', () => {
  test.each(rows)('%s makes somebody who is %s a %s: %s', async (actor, present, next, allowed) => {
    const target = await hire(owner, tenantId, present);
    const answer = await staffAs(actor).try('setMemberRole', { tenantId, uid: target.uid, role: next });
    expect(outcomes([answer])).toEqual([allowed ? 'ok' : 'denied']);
    expect(await roleOf(tenantId, target)).toBe(allowed ? next : present);
    const { counted, present: real } = await seatsOf(tenantId);
    expect(counted).toEqual(real);
  });

  test.each([
    ['admin', 'owner', false],
    ['admin', 'admin', true],
    ['hr', 'viewer', false],
    ['hr', 'hr', true],
    ['viewer', 'viewer', false],
  ] as const)('%s removes somebody who is %s: %s', async (actor, present, allowed) => {
    const target = await hire(owner, tenantId, present);
    const answer = await staffAs(actor).try('removeMember', { tenantId, uid: target.uid });
    expect(outcomes([answer])).toEqual([allowed ? 'ok' : 'denied']);
    expect(await roleOf(tenantId, target)).toBe(allowed ? undefined : present);
  });

  test('nobody raises themselves', async () => {
    for (const [role, wanted] of [
      ['admin', 'owner'],
      ['hr', 'admin'],
      ['viewer', 'admin'],
      ['customer', 'member'],
    ] as const) {
      const person = staffAs(role);
      expect(await person.try('setMemberRole', { tenantId, uid: person.uid, role: wanted })).toMatchObject({
        code: 'permission-denied',
      });
      expect(await roleOf(tenantId, person)).toBe(role);
    }
  });

  test.each(['support', 'support-people', 'nobody', 'constructor'])('%s is no role to give', async (role) => {
    const target = await hire(owner, tenantId, 'viewer');
    expect(await owner.try('setMemberRole', { tenantId, uid: target.uid, role })).toMatchObject({
      code: 'invalid-argument',
      details: { issues: [{ path: 'role', code: 'unknown-role' }] },
    });
    expect(await roleOf(tenantId, target)).toBe('viewer');
  });

  test('whose role was taken out of the table can be given another', async () => {
    const shop = await newTenant();
    await setAccess(shop.tenantId, { roles: { packer } });
    const target = await hire(shop.owner, shop.tenantId, 'packer');
    await setAccess(shop.tenantId, { roles: {} });
    await shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: target.uid, role: 'viewer' });
    expect(await roleOf(shop.tenantId, target)).toBe('viewer');
  });

  test('people of another business, and people of none, are not found; another business is denied', async () => {
    const other = await newTenant();
    for (const operation of ['setMemberRole', 'removeMember'] as const) {
      const role = operation === 'setMemberRole' ? { role: 'viewer' } : {};
      for (const uid of [other.owner.uid, 'nobody']) {
        expect(await owner.tryAnything(operation, { tenantId, uid, ...role })).toMatchObject({
          code: 'not-found',
          details: { reason: 'missing' },
        });
      }
      const denials = await Promise.all([
        owner.tryAnything(operation, { tenantId: other.tenantId, uid: other.owner.uid, ...role }),
        owner.tryAnything(operation, { tenantId: 'aaaaaaaaaa', uid: other.owner.uid, ...role }),
        owner.tryAnything(operation, { tenantId: other.tenantId }),
      ]);
      const texts = denials.map((answer) => (answer.ok ? 'done' : answer.text));
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toContain('"denied"');
    }
    expect(await roleOf(other.tenantId, other.owner)).toBe('owner');
  });
});

describe('a change of role', () => {
  test('acts on the next operation and the next read: the old token is dead, the new one holds the role', async () => {
    const target = await hire(owner, tenantId, 'admin');
    const before = target.withOldToken();
    const path = inTenant(tenantId, tenantPaths.member(target.uid));
    expect(await readAs(before, path)).toBe(200);
    await owner.call('setMemberRole', { tenantId, uid: target.uid, role: 'member' });
    expect(await readAs(before, path)).toBe(403);
    expect(await before.try('inviteMember', { tenantId, email: 'a@example.com', role: 'viewer' })).toMatchObject({
      code: 'permission-denied',
    });
    expect((await storedClaims(target.uid)).tenants[tenantId]?.[0]).toBe('member');
    await target.refresh();
    expect(await readAs(target, path)).toBe(200);
    expect(await target.try('inviteMember', { tenantId, email: 'a@example.com', role: 'viewer' })).toMatchObject({
      details: { reason: 'denied' },
    });
  });

  test('to the role that one has ends nobody’s session', async () => {
    const target = await hire(owner, tenantId, 'viewer');
    const access = await readDocument(inTenant(tenantId, tenantPaths.access()));
    await owner.call('setMemberRole', { tenantId, uid: target.uid, role: 'viewer' });
    expect(await readDocument(inTenant(tenantId, tenantPaths.access()))).toEqual(access);
    expect(await readAs(target, inTenant(tenantId, tenantPaths.member(target.uid)))).toBe(200);
  });

  test('is audited with before and after, by uid', async () => {
    const target = await hire(owner, tenantId, 'viewer');
    await staffAs('admin').call('setMemberRole', { tenantId, uid: target.uid, role: 'member' });
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({
      action: 'member.role-set',
      target: target.uid,
      actor: staffAs('admin').uid,
      details: { before: 'viewer', after: 'member' },
    });
  });

  test('of oneself goes down only, and the last owner stays', async () => {
    const shop = await newTenant();
    const itself = { tenantId: shop.tenantId, uid: shop.owner.uid, role: 'admin' };
    expect(await shop.owner.try('setMemberRole', itself)).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'last-owner' },
    });
    expect(await roleOf(shop.tenantId, shop.owner)).toBe('owner');
    await hire(shop.owner, shop.tenantId, 'owner');
    await shop.owner.call('setMemberRole', itself);
    expect((await seatsOf(shop.tenantId)).counted).toEqual({ used: 2, invited: 0, owners: 1 });
    await shop.owner.refresh();
    expect(await shop.owner.try('setMemberRole', { ...itself, role: 'owner' })).toMatchObject({
      code: 'permission-denied',
    });
  });

  test('while a business is read-only goes down only', async () => {
    const shop = await newTenant();
    const target = await hire(shop.owner, shop.tenantId, 'member');
    await setAccess(shop.tenantId, { status: 'readonly' });
    const to = (role: string) => shop.owner.try('setMemberRole', { tenantId: shop.tenantId, uid: target.uid, role });
    expect(await to('admin')).toMatchObject({ details: { reason: 'state', status: 'readonly' } });
    expect(await roleOf(shop.tenantId, target)).toBe('member');
    expect(await to('viewer')).toMatchObject({ ok: true });
    await setAccess(shop.tenantId, { status: 'suspended' });
    expect(await to('customer')).toMatchObject({ details: { reason: 'state', status: 'suspended' } });
    expect(await roleOf(shop.tenantId, target)).toBe('viewer');
  });
});
