import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeSupportDoor } from '../../../functions/src/index.ts';
import { schedules } from '../../../functions/src/schedules.ts';
import { database, readDocument } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { mailsTo } from '../../support/mailbox.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { auditOf, setAccess } from '../../support/staff.ts';

let shop: Shop;
let operator: Person;
let path: Readonly<Record<'profile' | 'product' | 'order' | 'member' | 'audit', string>>;

beforeEach(async () => {
  shop = await newShop('Harbour');
  operator = await newOperator();
  const { tenantId, owner } = shop;
  const { productId } = await owner.call('createProduct', {
    tenantId,
    sku: 'T',
    name: 'Tea',
    unitAmount: 450,
    stock: 9,
    status: 'published',
  });
  const { orderId } = await owner.call('placeOrder', {
    tenantId,
    lines: [{ productId, quantity: 1 }],
    idempotencyKey: 'one',
  });
  const at = (relative: string) => inTenant(tenantId, relative);
  path = {
    profile: at(tenantPaths.profile()),
    product: at(tenantPaths.product(productId)),
    order: at(tenantPaths.order(orderId)),
    member: at(tenantPaths.member(owner.uid)),
    audit: at(tenantPaths.audit('000000000001')),
  };
});

async function newOperator(): Promise<Person> {
  const person = await newPerson('operator');
  await database().doc(paths.operator(person.uid)).set({ email: person.email, addedAt: new Date() });
  await expect.poll(async () => (await person.refresh()).claims.operator).toBe(true);
  return person;
}

const open = (scope?: 'support' | 'support-people', by = shop.owner) =>
  by.try('openSupport', { tenantId: shop.tenantId, hours: 2, reason: 'An order is stuck', scope });
const close = (by = shop.owner) => by.try('closeSupport', { tenantId: shop.tenantId });
const enter = (by = operator, { tenantId } = shop) =>
  by.tryOperator('enterTenant', { tenantId, reason: 'To look at it' });
const seen = async (person = operator) =>
  Object.fromEntries(
    await Promise.all(Object.entries(path).map(async ([name, each]) => [name, await readAs(person, each)] as const)),
  );
const everything = { profile: 200, product: 200, order: 200, member: 200, audit: 200 };
const nothing = { profile: 403, product: 403, order: 403, member: 403, audit: 403 };
const actions = async () => (await auditOf(shop.tenantId)).map(({ action }) => action);

describe('support', () => {
  test('comes in only through a door that an owner has opened, and sees what its scope allows', async () => {
    expect(outcomes([await enter()])).toEqual(['state']);
    expect(await seen()).toEqual(nothing);
    expect(outcomes([await open()])).toEqual(['ok']);
    // An open door is not a visit.
    expect(await seen()).toEqual(nothing);
    const entered = await enter();
    expect(entered).toMatchObject({ ok: true, result: { scope: 'support', name: 'Harbour', slug: shop.slug } });
    expect(await seen()).toEqual({ ...everything, order: 403, member: 403 });
    expect(outcomes([await open('support-people'), await enter()])).toEqual(['ok', 'ok']);
    expect(await seen()).toEqual(everything);
    expect(await seen(await newOperator())).toEqual(nothing);
    const shown = async () => (await readDocument(inTenant(shop.tenantId, '')))?.supportDoor;
    expect(await shown()).toMatchObject({ scope: 'support-people' });
    await close();
    expect(await shown()).toBeNull();
  });

  test('is an owner’s to let in, with hours, a reason and a fresh sign-in', async () => {
    for (const role of ['admin', 'viewer']) {
      expect(outcomes([await open('support', await shop.staff(role)), await close(await shop.staff(role))])).toEqual([
        'denied',
        'denied',
      ]);
    }
    for (const hours of [0, 25, 1.5, '2', null]) {
      const input = { tenantId: shop.tenantId, hours, reason: 'Stuck' };
      expect(outcomes([await shop.owner.tryAnything('openSupport', input)])).toEqual(['input']);
    }
    expect(outcomes([await enter()])).toEqual(['state']);
    expect(outcomes([await open()])).toEqual(['ok']);
  });

  test('writes nothing, and no operation of the business admits it', async () => {
    await open('support-people');
    await enter();
    const { tenantId } = shop;
    const answers = [
      await operator.try('updateTenant', { tenantId, name: 'Ours' }),
      await operator.try('inviteMember', { tenantId, email: 'a@example.com', role: 'viewer' }),
      await operator.try('closeSupport', { tenantId }),
      await operator.try('activateTenant', { tenantId }),
    ];
    expect(new Set(outcomes(answers))).toEqual(new Set(['denied']));
    expect((await readDocument(path.profile))?.name).toBe('Harbour');
  });

  test.each([
    ['the owner shuts the door', () => close()],
    ['they leave', () => operator.tryOperator('leaveTenant', { tenantId: shop.tenantId })],
    ['the door is opened anew', () => open('support-people')],
    ['the time is over', () => setAccess(shop.tenantId, { supportUntil: new Date(Date.now() - 1) })],
    ['they are dismissed', () => database().doc(paths.operator(operator.uid)).delete()],
    ['the business is suspended', () => setAccess(shop.tenantId, { status: 'suspended' })],
  ])('reads nothing more once %s', async (_, end) => {
    await open('support-people');
    await enter();
    expect(await seen()).toEqual(everything);
    await end();
    expect(await seen()).toEqual(nothing);
  });

  test('leaves in the audit log who came, why, when they went, and which pages their browser told of', async () => {
    const { tenantId } = shop;
    const report = (page: string) => operator.tryOperator('reportPageView', { tenantId, page });
    await open();
    expect(outcomes([await report('/orders')])).toEqual(['state']);
    await enter();
    expect(outcomes([await report('/orders')])).toEqual(['ok']);
    await operator.callOperator('leaveTenant', { tenantId });
    expect(outcomes([await report('/team')])).toEqual(['state']);
    await close();
    expect((await actions()).slice(-5)).toEqual([
      'support.opened',
      'support.entered',
      'support.page-viewed',
      'support.left',
      'support.closed',
    ]);
    const entries = await auditOf(tenantId);
    expect(entries.find(({ action }) => action === 'support.entered')).toMatchObject({
      actor: operator.uid,
      details: { reason: 'To look at it', scope: 'support' },
    });
    expect(entries.find(({ action }) => action === 'support.page-viewed')).toMatchObject({
      details: { page: '/orders', toldBy: 'browser' },
    });
    const platform = await database().collection(paths.platformAudits()).where('target', '==', tenantId).get();
    expect(platform.docs.map((entry) => entry.get('action') as string)).toContain('support.entered');
  });

  test('leaves beside the log the names of the fifty who came in last, and none in it', async () => {
    const business = inTenant(shop.tenantId, '');
    const kept = async () => (await readDocument(business))?.supportVisitors as Record<string, { name: string }>;
    const visit = (day: number) => ({ name: `Earlier ${day}`, at: new Date(Date.UTC(2026, 0, 1 + day)) });
    const earlier = Array.from({ length: 50 }, (_, day) => [`u${day}`, visit(day)] as const);
    await database()
      .doc(business)
      .update({ supportVisitors: Object.fromEntries(earlier) });
    await open();
    expect(Object.keys(await kept())).toHaveLength(50);
    await enter();
    await close();
    expect((await kept())[operator.uid]?.name).toBe('operator');
    const others = Object.keys(await kept()).filter((uid) => uid !== operator.uid);
    expect(new Set(others)).toEqual(new Set(earlier.slice(1).map(([uid]) => uid)));
    const entered = (await auditOf(shop.tenantId)).find(({ action }) => action === 'support.entered');
    const details = { reason: 'To look at it', scope: 'support', until: expect.any(String) as string };
    expect(entered).toHaveProperty('details', details);
  });

  test('is announced to every owner by mail, when the door is opened and when somebody comes in', async () => {
    const { owner, tenantId } = shop;
    const [other, admin] = [await shop.staff('owner'), await shop.staff('admin')];
    const told = async ({ email }: Person) =>
      (await mailsTo(email)).map(({ subject, text }) => `${subject} ${text.replaceAll(/\s+/g, ' ')}`);
    const toldBoth = async (words: RegExp) => {
      for (const each of [owner, other]) {
        await expect.poll(() => told(each)).toContainEqual(expect.stringMatching(words) as string);
      }
    };
    await open('support-people');
    await toldBoth(/^owner has let support into Harbour .*people and orders.*An order is stuck/);
    await enter();
    await toldBoth(/^Support has come into Harbour: operator .*To look at it/);
    expect((await mailsTo(admin.email)).filter(({ subject }) => subject.includes('upport'))).toEqual([]);
    await operator.callOperator('leaveTenant', { tenantId });
    await close();
  });

  test('that comes in while the door is shut is out afterwards', async () => {
    await open();
    const operators = [operator, await newOperator(), await newOperator()];
    await Promise.all([...operators.map((each) => enter(each)), close()]);
    const access = await readDocument(inTenant(shop.tenantId, tenantPaths.access()));
    expect(access?.support).toEqual({});
    for (const each of operators) expect((await seen(each)).profile).toBe(403);
  });

  test('goes with whoever is dismissed by any way, and does not come back with them', async () => {
    await open('support-people');
    await enter();
    const kept = await newOperator();
    await enter(kept);
    await database().doc(paths.operator(operator.uid)).delete();
    const inside = async () =>
      Object.keys((await readDocument(inTenant(shop.tenantId, tenantPaths.access())))?.support as object);
    await expect.poll(inside).toEqual([kept.uid]);
    expect((await actions()).at(-1)).toBe('support.dismissed');
    await database().doc(paths.operator(operator.uid)).set({ email: operator.email });
    expect([await seen(), await seen(kept)]).toEqual([nothing, everything]);
  });

  test('is of no use to who is no operator, or was one', async () => {
    await open();
    await database().doc(paths.operator(operator.uid)).delete();
    expect(outcomes([await enter(), await enter(await newPerson('nobody'))])).toEqual(['denied', 'denied']);
    expect(outcomes([await enter(await newOperator())])).toEqual(['ok']);
  });
});

describe('the task at the end of a door’s time', () => {
  const run = () =>
    (closeSupportDoor as unknown as { run(task: unknown): Promise<void> }).run({
      data: { tenantId: shop.tenantId, requestId: 'request' },
    });
  const visits = async () => (await readDocument(inTenant(shop.tenantId, tenantPaths.access())))?.support;

  test('takes the visits away, says so once, and leaves a door that stands open', async () => {
    await open();
    await enter();
    await run();
    expect(await visits()).toHaveProperty(operator.uid);
    await setAccess(shop.tenantId, { supportUntil: new Date(Date.now() - 1) });
    await run();
    await run();
    expect(await visits()).toEqual({});
    expect((await actions()).filter((action) => action === 'support.expired')).toHaveLength(1);
    await open();
    await run();
    expect(outcomes([await enter()])).toEqual(['ok']);
  });

  test('is made good by a schedule when it was lost, for this business and no other', async () => {
    const other = await newShop('Other');
    await open();
    await enter();
    await other.owner.call('openSupport', { tenantId: other.tenantId, hours: 1, reason: 'Stuck' });
    await setAccess(shop.tenantId, { supportUntil: new Date(Date.now() - 1) });
    await schedules.closeExpiredDoors(new Date());
    expect(await visits()).toEqual({});
    expect((await actions()).at(-1)).toBe('support.expired');
    expect(outcomes([await enter(operator, other)])).toEqual(['ok']);
  });

  test('of a tenant that is gone does nothing', async () => {
    await database().doc(paths.placement(shop.tenantId)).delete();
    await expect(run()).resolves.toBeUndefined();
  });
});
