import { randomBytes } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { searchKeyOf } from '@tenantry/model/search-key';
import { newTenantId } from '@tenantry/model/tenant-id';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { database } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { setAccess } from '../../support/staff.ts';

const mark = randomBytes(4).toString('hex');
let operator: Person;

beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
  await operator.refresh();
});

/** What is told only of one business: nothing was given to it, and it never bought anything. */
const plain = {
  database: '(default)',
  gifts: { plan: null, features: [] },
  billing: {
    customerId: null,
    plan: 'free',
    status: 'none',
    running: 0,
    pastDueSince: null,
    hold: 'active',
    syncedAt: null,
  },
};
const slugsOf = async (search: string) =>
  (await operator.callOperator('listTenants', { search })).tenants.map(({ slug }) => slug);

describe('the list of tenants', () => {
  test('finds by the beginning of a name in any case, and of an address', async () => {
    const { owner, tenantId, slug } = await newTenant(`Ärzte ${mark}`);
    expect(await slugsOf(`äRZTE ${mark}`)).toEqual([slug]);
    expect(await slugsOf(`A\u0308rzte ${mark}`)).toEqual([slug]);
    expect(await slugsOf(` ${slug.slice(0, -1).toUpperCase()} `)).toEqual([slug]);
    expect(await slugsOf(`rzte ${mark}`)).toEqual([]);

    await owner.call('updateTenant', { tenantId, name: `Zahnärzte ${mark}` });
    expect(await slugsOf(`zahnärzte ${mark}`)).toEqual([slug]);
    expect(await slugsOf(`ärzte ${mark}`)).toEqual([]);
  });

  test('shows name, plan, status and the operator’s own hold', async () => {
    const { tenantId, slug } = await newTenant(`Held ${mark}`);
    const holds = { operator: 'active', billing: 'readonly', deletion: 'active' };
    await setAccess(tenantId, { holds, status: 'readonly' });
    const { tenants, cursor } = await operator.callOperator('listTenants', { search: `held ${mark}` });
    expect(tenants).toEqual([
      {
        tenantId,
        slug,
        name: `Held ${mark}`,
        plan: 'free',
        status: 'readonly',
        operatorHold: 'active',
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        supportDoor: null,
      },
    ]);
    expect(cursor).toBeNull();
    expect(await operator.callOperator('getTenant', { tenantId })).toEqual({
      ...tenants[0],
      ...plain,
      billing: { ...plain.billing, hold: 'readonly' },
    });
    expect(outcomes([await operator.tryOperator('getTenant', { tenantId: newTenantId() })])).toEqual(['missing']);
  });

  test('shows the door that stands open to support, and who asks whether they are in', async () => {
    const { owner, tenantId } = await newTenant(`Open ${mark}`);
    const door = async (by = operator) => {
      const [listed] = (await by.callOperator('listTenants', { search: `open ${mark}` })).tenants;
      expect(await by.callOperator('getTenant', { tenantId })).toEqual({ ...listed, ...plain });
      const open = await by.callOperator('listTenants', { doorsOpen: true, search: `open ${mark}` });
      expect(open).toEqual({ tenants: listed?.supportDoor ? [listed] : [], cursor: null });
      return listed?.supportDoor;
    };
    expect(await door()).toBeNull();
    await owner.call('openSupport', { tenantId, hours: 2, reason: 'An order is stuck', scope: 'support-people' });
    const another = await operator.callOperator('listTenants', { doorsOpen: true, search: `held ${mark}` });
    expect(another.tenants).toEqual([]);
    const open = {
      until: expect.stringMatching(/Z$/) as string,
      scope: 'support-people',
      reason: 'An order is stuck',
      priority: false,
    };
    expect(await door()).toEqual({ ...open, inside: false });
    await operator.callOperator('enterTenant', { tenantId, reason: 'To look' });
    expect(await door()).toEqual({ ...open, inside: true });
    const colleague = await newPerson('operator');
    await addOperator(colleague.email);
    expect(await door(await colleague.refresh())).toEqual({ ...open, inside: false });
    await operator.callOperator('leaveTenant', { tenantId });
    expect(await door()).toEqual({ ...open, inside: false });
    // The clock shuts it, before the task writes so.
    await setAccess(tenantId, { supportUntil: new Date(Date.now() - 1) });
    expect(await door()).toBeNull();
  });

  test('shows those first who pay for being helped first, and the others as their doors shut', async () => {
    const named = `queue ${mark}`;
    const opened = async (hours: number) => {
      const { owner, tenantId } = await newTenant(`${named} ${hours}`);
      await owner.call('openSupport', { tenantId, hours, reason: 'Help' });
      return tenantId;
    };
    const [soon, later, paying] = [await opened(1), await opened(2), await opened(3)];
    await setAccess(paying, { features: ['priority-support'] });
    const { tenants } = await operator.callOperator('listTenants', { doorsOpen: true, search: named });
    expect(tenants.map(({ tenantId }) => tenantId)).toEqual([paying, soon, later]);
    expect(tenants.map(({ supportDoor }) => supportDoor?.priority)).toEqual([true, false, false]);
  });

  test('pages through all, each once, by name and then by address', async () => {
    // 60 by name, and 55 whose address alone begins so; some names are equal, some beginnings are followed by a fox.
    const byName = await plant(60, (index) => ({ name: `${mark} ${index % 7} 🦊`, slug: `other-${mark}-${index}` }));
    const bySlug = await plant(55, (index) => ({ name: `Else ${mark} ${index}`, slug: `${mark}-${index}` }));
    const both = await plant(1, () => ({ name: `${mark}🦊`, slug: `${mark}-both` }));
    const found: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(cursor);
      expect(page.tenants.length).toBeLessThanOrEqual(50);
      found.push(...page.tenants.map(({ tenantId }) => tenantId));
      ({ cursor } = page);
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBe(3);
    expect(new Set(found).size).toBe(found.length);
    expect([...found].sort()).toEqual([...byName, ...bySlug, ...both].sort());
    expect(new Set(found.slice(0, 61))).toEqual(new Set([...byName, ...both]));
  });

  test('a search that is no text is refused, and one in any script is not', async () => {
    expect(await operator.tryOperator('listTenants', { search: '\ud800' })).toMatchObject({ code: 'invalid-argument' });
    expect(await operator.tryOperator('listTenants', { search: 'Ünïcödé 🦊' })).toMatchObject({ ok: true });
  });

  test('a cursor of another search is refused', async () => {
    const { cursor } = await list(null);
    expect(cursor).toEqual(expect.any(String));
    expect(await operator.tryOperator('listTenants', { search: 'zzz', cursor: cursor ?? '' })).toMatchObject({
      code: 'invalid-argument',
    });
    await operator.callOperator('listTenants', { search: mark, cursor: cursor ?? '' });
  });
});

function list(cursor: string | null) {
  return operator.callOperator('listTenants', { search: mark, ...(cursor === null ? {} : { cursor }) });
}

/** Tenants by hand, as far as the list reads them: opening so many would take minutes. Answers their ids. */
async function plant(count: number, make: (index: number) => { name: string; slug: string }): Promise<string[]> {
  const createdAt = Timestamp.now();
  const batch = database().batch();
  const ids = Array.from({ length: count }, (_, index) => {
    const tenantId = newTenantId();
    const { name, slug } = make(index);
    const placement = { database: '(default)', region: 'eur3', state: 'settled', createdBy: 'test', createdAt };
    const tenant = database().doc(inTenant(tenantId, ''));
    batch.set(database().doc(paths.placement(tenantId)), { ...placement, slug, nameKey: searchKeyOf(name) });
    batch.set(tenant, { name, slug, plan: 'free', features: [], limits: {}, createdAt });
    const holds = { operator: 'active', billing: 'active', deletion: 'active' };
    const access = { status: 'active', holds, seq: 1, fence: {}, floor: 0, roles: {}, support: {}, features: [] };
    batch.set(database().doc(inTenant(tenantId, tenantPaths.access())), {
      ...access,
      supportUntil: Timestamp.fromMillis(0),
      supportScope: 'support',
    });
    return tenantId;
  });
  await batch.commit();
  return ids;
}
