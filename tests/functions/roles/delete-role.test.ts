import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Permission } from '@tenantry/model/permissions';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, readDocument, storedClaims } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, invite, readInvite, roleOf, seatsOf, setAccess, setPlan } from '../../support/staff.ts';

let owner: Person;
let tenantId: string;

beforeEach(async () => {
  ({ owner, tenantId } = await newTenant());
  await setPlan(tenantId, 'business');
  await setAccess(tenantId, { features: ['custom-roles'] });
  await define('packer', ['product:read', 'product:write']);
});

async function define(key: string, permissions: Permission[]): Promise<void> {
  await owner.call('defineRole', { tenantId, key, name: key, permissions });
}

const remove = (by: Person, key: string, moveTo: string) => by.try('deleteRole', { tenantId, key, moveTo });

async function definesStill(key: string): Promise<boolean[]> {
  const access = await readDocument(inTenant(tenantId, tenantPaths.access()));
  const tenant = await readDocument(inTenant(tenantId, ''));
  return [access?.roles, tenant?.roles].map((roles) => Object.hasOwn(roles as object, key));
}

describe('deleting a role', () => {
  test('gives its people another one at once: their old tokens open nothing, new ones what the new role holds', async () => {
    const people = [await hire(owner, tenantId, 'packer'), await hire(owner, tenantId, 'packer')];
    const other = await hire(owner, tenantId, 'member');
    const { productId } = await owner.call('createProduct', { tenantId, sku: 'T', name: 'Tea', unitAmount: 450 });
    const product = inTenant(tenantId, tenantPaths.product(productId));
    expect(await Promise.all(people.map((person) => readAs(person, product)))).toEqual([200, 200]);

    expect(outcomes([await remove(owner, 'packer', 'viewer')])).toEqual(['ok']);
    expect(await Promise.all(people.map((person) => readAs(person, product)))).toEqual([403, 403]);
    expect(await readAs(other, product)).toBe(200);
    for (const person of people) {
      expect(await roleOf(tenantId, person)).toBe('viewer');
      expect((await storedClaims(person.uid)).tenants).toMatchObject({ [tenantId]: ['viewer', expect.any(Number)] });
      await person.refresh();
      expect(await readAs(person, product)).toBe(200);
    }
    expect(await definesStill('packer')).toEqual([false, false]);
    const actions = (await auditOf(tenantId)).slice(-3);
    expect(actions.map(({ action, target }) => [action, target])).toEqual([
      ['role.deleted', 'packer'],
      ...people
        .map(({ uid }) => uid)
        .toSorted()
        .map((uid) => ['member.role-set', uid]),
    ]);
  });

  test('ends its open invitations and those of its people that they may grant no more, and frees the seats', async () => {
    await define('hr', ['member:manage', 'product:read']);
    const hr = await hire(owner, tenantId, 'hr');
    const theirs = await invite(hr, tenantId, 'theirs@example.com', 'hr');
    await define('reader', ['product:read']);
    const other = await invite(hr, tenantId, 'other@example.com', 'reader');
    const mine = await invite(owner, tenantId, 'mine@example.com', 'packer');
    expect(outcomes([await remove(owner, 'hr', 'customer')])).toEqual(['ok']);
    const statuses = await Promise.all([theirs, other, mine].map(({ inviteId }) => readInvite(tenantId, inviteId)));
    expect(statuses.map(({ status }) => status)).toEqual(['revoked', 'revoked', 'open']);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect(counted).toMatchObject({ used: 1, invited: 1 });
  });

  test('keeps its key from being used again for two hours', async () => {
    await remove(owner, 'packer', 'viewer');
    const again = () => owner.try('defineRole', { tenantId, key: 'packer', name: 'Packers', permissions: [] });
    expect(outcomes([await again()])).toEqual(['role-retired']);
    expect(outcomes([await owner.try('defineRole', { tenantId, key: 'packers', name: 'P', permissions: [] })])).toEqual(
      ['ok'],
    );
    const path = inTenant(tenantId, tenantPaths.retiredRoles());
    const { until } = (await readDocument(path)) as { until: Record<string, { toMillis(): number }> };
    expect(Math.abs((until.packer?.toMillis() ?? 0) - Date.now() - 2 * 3_600_000)).toBeLessThan(60_000);
    await database()
      .doc(path)
      .set({ until: { packer: new Date(Date.now() - 1_000) } });
    expect(outcomes([await again()])).toEqual(['ok']);
  });

  test('takes every permission that it had and that its people get', async () => {
    await define('lead', ['role:manage', 'product:read', 'product:write', 'product:read-published']);
    await define('strong', ['order:manage']);
    const lead = await hire(owner, tenantId, 'lead');
    expect(outcomes([await remove(lead, 'strong', 'packer')])).toEqual(['denied']);
    expect(outcomes([await remove(lead, 'packer', 'strong')])).toEqual(['denied']);
    expect(outcomes([await remove(lead, 'packer', 'viewer')])).toEqual(['denied']);
    expect(outcomes([await remove(lead, 'packer', 'owner')])).toEqual(['denied']);
    expect(outcomes([await remove(await hire(owner, tenantId, 'member'), 'packer', 'viewer')])).toEqual(['denied']);
    expect(await definesStill('packer')).toEqual([true, true]);
    await define('shelf', ['product:read']);
    expect(outcomes([await remove(lead, 'packer', 'shelf')])).toEqual(['ok']);
  });

  test.each([
    ['itself', 'packer', 'packer', 'input'],
    ['one that is not there', 'packer', 'nothing', 'input'],
    ['one of support', 'packer', 'support', 'input'],
    ['what was never defined', 'nothing', 'viewer', 'missing'],
    ['what every business has', 'viewer', 'member', 'missing'],
    ['a name of every object', 'constructor', 'viewer', 'missing'],
    ['another that stays', 'packer', 'member', 'ok'],
  ])('into or of %s: %s to %s is answered %s', async (_, key, moveTo, outcome) => {
    expect(outcomes([await remove(owner, key, moveTo)])).toEqual([outcome]);
  });

  test('meets whoever is given the role at the same moment: nobody is left with a role that is not there', async () => {
    const person = await hire(owner, tenantId, 'viewer');
    const newcomer = await newPerson('newcomer');
    const link = await invite(owner, tenantId, newcomer.email, 'packer');
    const answers = await Promise.all([
      remove(owner, 'packer', 'viewer'),
      owner.try('setMemberRole', { tenantId, uid: person.uid, role: 'packer' }),
      newcomer.try('acceptInvite', link),
    ]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(['ok', 'input']).toContain(outcomes([answers[1]])[0]);
    expect(['ok', 'invite-revoked']).toContain(outcomes([answers[2]])[0]);
    expect(await roleOf(tenantId, person)).toBe('viewer');
    expect(['viewer', undefined]).toContain(await roleOf(tenantId, newcomer));
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });
});
