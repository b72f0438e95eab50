import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { grantableToCustomRoles } from '@tenantry/model/roles';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, invite, readInvite, seatsOf, setAccess, setPlan } from '../../support/staff.ts';

type Permissions = Parameters<typeof define>[3];

let owner: Person;
let tenantId: string;

beforeAll(async () => {
  ({ owner, tenantId } = await newBusiness());
});

async function newBusiness() {
  const made = await newTenant();
  await setPlan(made.tenantId, 'business');
  await setAccess(made.tenantId, { features: ['custom-roles'] });
  return made;
}

function define(
  by: Person,
  tenant: string,
  key: string,
  permissions: (typeof grantableToCustomRoles)[number][],
  name = 'Packers',
) {
  return by.try('defineRole', { tenantId: tenant, key, name, permissions });
}

const definitionsOf = async (tenant: string) => ({
  judged: (await readDocument(inTenant(tenant, tenantPaths.access())))?.roles as Record<string, unknown>,
  shown: (await readDocument(inTenant(tenant, '')))?.roles as Record<string, unknown> | undefined,
});

describe('a role of the business’s own', () => {
  test('is there for rules, operations and people to see at once, and in the audit log', async () => {
    expect(outcomes([await define(owner, tenantId, 'packer', ['product:write', 'product:read'])])).toEqual(['ok']);
    const { judged, shown } = await definitionsOf(tenantId);
    expect(judged.packer).toEqual(['product:read', 'product:write']);
    expect(shown?.packer).toEqual({ name: 'Packers', permissions: ['product:read', 'product:write'] });
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({
      action: 'role.defined',
      target: 'packer',
      actor: owner.uid,
      details: { name: 'Packers', permissions: ['product:read', 'product:write'] },
    });
  });

  test('lets its people do what it holds and no more, and a change of it holds for the token that they have', async () => {
    await define(owner, tenantId, 'shelf', ['product:read', 'product:write']);
    const person = await hire(owner, tenantId, 'shelf');
    const create = (sku: string) => person.try('createProduct', { tenantId, sku, name: 'Tea', unitAmount: 450 });
    const { productId } = await owner.call('createProduct', { tenantId, sku: 'T-0', name: 'Tea', unitAmount: 450 });
    const product = inTenant(tenantId, tenantPaths.product(productId));
    const members = inTenant(tenantId, tenantPaths.member(owner.uid));
    expect(outcomes([await create('T-1')])).toEqual(['ok']);
    expect([await readAs(person, product), await readAs(person, members)]).toEqual([200, 403]);

    await define(owner, tenantId, 'shelf', ['member:read']);
    expect(outcomes([await create('T-2')])).toEqual(['denied']);
    expect([await readAs(person, product), await readAs(person, members)]).toEqual([403, 200]);
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({
      action: 'role.changed',
      target: 'shelf',
      details: { before: ['product:read', 'product:write'], after: ['member:read'] },
    });
  });

  test('that is narrowed ends the invitations that its people may not send any more, and frees their seats', async () => {
    const shop = await newBusiness();
    await define(shop.owner, shop.tenantId, 'hr', ['member:manage', 'product:read', 'product:write']);
    await define(shop.owner, shop.tenantId, 'reader', ['product:read']);
    await define(shop.owner, shop.tenantId, 'writer', ['product:write']);
    const hr = await hire(shop.owner, shop.tenantId, 'hr');
    const links = [
      await invite(hr, shop.tenantId, 'reader@example.com', 'reader'),
      await invite(hr, shop.tenantId, 'writer@example.com', 'writer'),
      await invite(shop.owner, shop.tenantId, 'other@example.com', 'writer'),
    ];
    const statuses = async () =>
      (await Promise.all(links.map(({ inviteId }) => readInvite(shop.tenantId, inviteId)))).map(({ status }) => status);
    await define(shop.owner, shop.tenantId, 'hr', ['member:manage', 'product:read', 'product:write', 'order:read']);
    expect(await statuses()).toEqual(['open', 'open', 'open']);
    await define(shop.owner, shop.tenantId, 'hr', ['member:manage', 'product:read']);
    expect(await statuses()).toEqual(['open', 'revoked', 'open']);
    await define(shop.owner, shop.tenantId, 'hr', []);
    expect(await statuses()).toEqual(['revoked', 'revoked', 'open']);
    const { counted, present } = await seatsOf(shop.tenantId);
    expect(counted).toEqual(present);
  });

  test('is defined by whoever holds role:manage, of what they hold themselves', async () => {
    await define(owner, tenantId, 'lead', ['role:manage', 'product:write']);
    await define(owner, tenantId, 'strong', ['order:manage']);
    const lead = await hire(owner, tenantId, 'lead');
    const rows: [Person, string, Permissions, string][] = [
      [lead, 'mine', ['product:write'], 'ok'],
      [lead, 'more', ['product:write', 'order:manage'], 'denied'],
      // What it had counts as well as what it gets.
      [lead, 'strong', [], 'denied'],
      [lead, 'mine', [], 'ok'],
      [await hire(owner, tenantId, 'admin'), 'strong', ['order:manage', 'member:manage'], 'ok'],
      [await hire(owner, tenantId, 'member'), 'theirs', [], 'denied'],
      [await hire(owner, tenantId, 'viewer'), 'theirs', [], 'denied'],
    ];
    for (const [by, key, permissions, outcome] of rows) {
      expect([key, ...outcomes([await define(by, tenantId, key, permissions)])]).toEqual([key, outcome]);
    }
    const { judged } = await definitionsOf(tenantId);
    expect([judged.mine, judged.strong]).toEqual([[], ['member:manage', 'order:manage']]);
    expect(Object.keys(judged)).not.toContain('more');
    expect(Object.keys(judged)).not.toContain('theirs');
  });

  test('has no name that every business has, and nothing that an admin lacks', async () => {
    const refused = async (key: string, permissions: readonly string[]) => {
      const answer = await owner.tryAnything('defineRole', { tenantId, key, name: 'Strange', permissions });
      return answer.ok ? undefined : answer.details;
    };
    for (const key of ['owner', 'admin', 'customer', 'support', 'support-people']) {
      expect(await refused(key, [])).toMatchObject({ reason: 'input', issues: [{ path: 'key' }] });
    }
    for (const permission of ['owner:manage', 'tenant:delete', 'tenant:export', 'support:grant', 'billing:manage']) {
      const details = await refused('strange', [permission]);
      expect(details).toMatchObject({ reason: 'input' });
      expect(details?.issues?.[0]?.path).toContain('permissions');
    }
    expect((await definitionsOf(tenantId)).judged.strange).toBeUndefined();
    expect(outcomes([await define(owner, tenantId, 'strange', [...grantableToCustomRoles])])).toEqual(['ok']);
  });

  test('needs a plan that has them; after a step down it can only be narrowed', async () => {
    const shop = await newBusiness();
    await define(shop.owner, shop.tenantId, 'packer', ['product:write', 'product:read']);
    await setAccess(shop.tenantId, { features: [] });
    const outcomeOf = async (...asked: [string, Permissions]) =>
      outcomes([await define(shop.owner, shop.tenantId, ...asked)])[0];
    expect(await outcomeOf('other', [])).toBe('plan-feature');
    expect(await outcomeOf('packer', ['product:write', 'product:read', 'order:read'])).toBe('plan-feature');
    expect(await outcomeOf('packer', ['product:read'])).toBe('ok');
    await setAccess(shop.tenantId, { features: ['custom-roles'] });
    expect(await outcomeOf('other', [])).toBe('ok');
  });

  test('is one of a hundred at most', async () => {
    const shop = await newBusiness();
    const roles = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`role-${n}`, []]));
    await setAccess(shop.tenantId, { roles });
    expect(outcomes([await define(shop.owner, shop.tenantId, 'hundredth', [])])).toEqual(['ok']);
    expect(outcomes([await define(shop.owner, shop.tenantId, 'one-more', [])])).toEqual(['plan-limit']);
    expect(outcomes([await define(shop.owner, shop.tenantId, 'role-7', ['order:read'])])).toEqual(['ok']);
  });

  test('is the sum of two changes at once: none is lost', async () => {
    const shop = await newBusiness();
    const keys = Array.from({ length: 8 }, (_, n) => `role-${n}`);
    const answers = await Promise.all(keys.map((key) => define(shop.owner, shop.tenantId, key, ['order:read'])));
    expect(new Set(outcomes(answers))).toEqual(new Set(['ok']));
    const { judged, shown } = await definitionsOf(shop.tenantId);
    expect(Object.keys(judged).sort()).toEqual(keys);
    expect(Object.keys(shown ?? {}).sort()).toEqual(keys);
  });

  test('that is new takes no key of another one, also when two are defined at once; the same once more is no other', async () => {
    const shop = await newBusiness();
    const make = (name: string, permissions: Permissions = ['order:read']) =>
      shop.owner.try('defineRole', { tenantId: shop.tenantId, key: 'packer', name, permissions, isNew: true });
    expect(outcomes(await Promise.all([make('Packers'), make('Others')]))).toEqual(['ok', 'role-taken']);
    const { shown } = await definitionsOf(shop.tenantId);
    const present = shown?.packer as { name: string } | undefined;
    const name = present?.name ?? '';
    expect(outcomes([await make(name), await make(name, [])])).toEqual(['ok', 'role-taken']);
    expect((await definitionsOf(shop.tenantId)).shown).toEqual(shown);
    expect(outcomes([await define(shop.owner, shop.tenantId, 'packer', [], 'Others')])).toEqual(['ok']);
  });
});
