import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Invited } from '@tenantry/model/operations/members';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { mailTo } from '../../support/mailbox.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import {
  auditOf,
  hire,
  linkOf,
  newCustomer,
  readInvite,
  roleOf,
  seatsOf,
  setAccess,
  setPlan,
} from '../../support/staff.ts';

let owner: Person;
let tenantId: string;
let slug: string;
let count = 0;
/** An address that nobody has. */
const someAddress = () => `listed-${(count += 1)}-${Date.now()}@example.com`;
const guest = (role = 'viewer') => ({ email: someAddress(), role });

beforeAll(async () => {
  ({ owner, tenantId, slug } = await newTenant());
  await setPlan(tenantId, 'business');
});

async function inviteAll(by: Person, to: string, invites: readonly object[]): Promise<Invited[]> {
  const answer = await by.tryAnything('inviteMembers', { tenantId: to, invites });
  if (!answer.ok) throw new Error(answer.text);
  return (answer.result as { answers: Invited[] }).answers;
}

/** What came of each row: `ok` or the reason. */
const outcomesOf = (answers: readonly Invited[]) => answers.map((row) => ('reason' in row ? row.reason : 'ok'));
const idOf = (row: Invited | undefined) => (row && 'inviteId' in row ? row.inviteId : '');

async function expectSeatsInStep(id: string): Promise<void> {
  const { counted, present } = await seatsOf(id);
  expect(counted).toEqual(present);
}

describe('a list of invitations', () => {
  test('is answered row by row in its order, and each that is sent is audited, mailed and can be accepted', async () => {
    const [ann, bob] = [await newPerson('ann'), await newPerson('bob')];
    const before = (await auditOf(tenantId)).length;
    const answers = await inviteAll(owner, tenantId, [
      { email: ann.email, role: 'member', message: 'Saturdays' },
      { email: 'nobody', role: 'viewer' },
      { email: bob.email, role: 'customer' },
    ]);
    expect(outcomesOf(answers)).toEqual(['ok', 'input', 'ok']);
    const ids = [idOf(answers[0]), idOf(answers[2])];
    expect(await readInvite(tenantId, ids[0] ?? '')).toMatchObject({
      email: ann.email,
      role: 'member',
      status: 'open',
      message: 'Saturdays',
      generation: 1,
      invitedBy: owner.uid,
    });
    const entries = (await auditOf(tenantId)).slice(before);
    expect(entries.map(({ action, target }) => [action, target])).toEqual(ids.map((id) => ['invite.sent', id]));
    expect(JSON.stringify(entries)).not.toContain(ann.email);
    expect((await mailTo(ann.email, /./)).text).toContain('Saturdays');
    for (const [person, id, role] of [
      [ann, ids[0], 'member'],
      [bob, ids[1], 'customer'],
    ] as const) {
      expect(await person.call('acceptInvite', await linkOf(tenantId, id ?? ''))).toEqual({ tenantId, role });
    }
    await expectSeatsInStep(tenantId);
  });

  test('gives each row the refusal that it would have alone, and sends the others', async () => {
    const admin = await hire(owner, tenantId, 'admin');
    const customer = await newCustomer(slug);
    const twice = guest();
    const { inviteId } = await owner.call('inviteMember', { tenantId, ...twice });
    const rows = [
      [{ role: 'viewer' }, 'input'],
      [{ email: someAddress() }, 'input'],
      [{ ...guest(), extra: 1 }, 'input'],
      [{ ...guest(), message: 'x'.repeat(1_001) }, 'input'],
      [{ email: 'Ann <ann@example.com>', role: 'viewer' }, 'input'],
      [guest('no-such-role'), 'input'],
      [guest('support'), 'input'],
      [guest('owner'), 'denied'],
      [guest('admin'), 'ok'],
      [{ email: owner.email, role: 'viewer' }, 'already-member'],
      [{ email: customer.email, role: 'customer' }, 'already-member'],
      [{ email: customer.email, role: 'viewer' }, 'ok'],
      [{ email: twice.email.toUpperCase(), role: 'member' }, 'already-invited'],
      [null, 'input'],
      ['ann@example.com', 'input'],
      [[], 'input'],
      [guest('customer'), 'ok'],
    ] as const;
    const answers = await inviteAll(
      admin,
      tenantId,
      rows.map(([row]) => row as object),
    );
    expect(outcomesOf(answers)).toEqual(rows.map(([, outcome]) => outcome));
    expect(answers[0]).toEqual({
      reason: 'input',
      issues: [expect.objectContaining({ path: 'email', code: 'required' })],
    });
    expect(answers[5]).toMatchObject({ issues: [{ path: 'role', code: 'unknown-role' }] });
    expect((await readInvite(tenantId, inviteId)).role).toBe('viewer');
    await expectSeatsInStep(tenantId);
  });

  test('invites an address once, however it is written in it, and looks past a row that was refused', async () => {
    const name = `Zoë-${Date.now()}`;
    const admin = await hire(owner, tenantId, 'admin');
    const answers = await inviteAll(admin, tenantId, [
      { email: `${name}@Bücher.example`, role: 'owner' },
      { email: `${name}@Bücher.example`, role: 'viewer' },
      { email: `${name.normalize('NFD').toUpperCase()}@XN--bcher-KVA.example`, role: 'member' },
      // Other people's: nothing else is folded.
      { email: `${name}+shop@bücher.example`, role: 'viewer' },
      { email: `${name.replace('-', '.')}@bücher.example`, role: 'viewer' },
    ]);
    expect(outcomesOf(answers)).toEqual(['denied', 'ok', 'already-invited', 'ok', 'ok']);
    expect((await readInvite(tenantId, idOf(answers[1]))).role).toBe('viewer');
  });

  test('sent again after a lost answer invites nobody twice', async () => {
    const list = [guest(), guest('member'), guest('customer')];
    expect(outcomesOf(await inviteAll(owner, tenantId, list))).toEqual(['ok', 'ok', 'ok']);
    const entries = await auditOf(tenantId);
    expect(outcomesOf(await inviteAll(owner, tenantId, [...list, guest()]))).toEqual([
      'already-invited',
      'already-invited',
      'already-invited',
      'ok',
    ]);
    expect(await auditOf(tenantId)).toHaveLength(entries.length + 1);
  });

  test('with no good row writes nothing', async () => {
    const before = [await auditOf(tenantId), await seatsOf(tenantId)];
    const list = [{ email: owner.email, role: 'viewer' }, { email: '', role: 'viewer' }, guest('none-such')];
    expect(outcomesOf(await inviteAll(owner, tenantId, list))).toEqual(['already-member', 'input', 'input']);
    expect([await auditOf(tenantId), await seatsOf(tenantId)]).toEqual(before);
  });

  test('makes room where invitations have run out unmarked', async () => {
    const old = guest();
    const { inviteId } = await owner.call('inviteMember', { tenantId, ...old });
    await database()
      .doc(inTenant(tenantId, tenantPaths.invite(inviteId)))
      .update({ expiresAt: Timestamp.fromMillis(Date.now() - 1) });
    expect(outcomesOf(await inviteAll(owner, tenantId, [old, old]))).toEqual(['ok', 'already-invited']);
    expect((await readInvite(tenantId, inviteId)).status).toBe('expired');
    await expectSeatsInStep(tenantId);
  });

  test('leaves invitations that can be sent again and withdrawn like any other', async () => {
    const [first, second] = await inviteAll(owner, tenantId, [guest(), guest()]);
    const link = await linkOf(tenantId, idOf(first));
    await owner.call('resendInvite', { tenantId, inviteId: idOf(first) });
    expect((await linkOf(tenantId, idOf(first))).secret).not.toBe(link.secret);
    await owner.call('revokeInvite', { tenantId, inviteId: idOf(second) });
    expect((await readInvite(tenantId, idOf(second))).status).toBe('revoked');
    await expectSeatsInStep(tenantId);
  });

  test('ends with the right of who sent it', async () => {
    const admin = await hire(owner, tenantId, 'admin');
    const [kept] = await inviteAll(owner, tenantId, [guest()]);
    const answers = await inviteAll(admin, tenantId, [guest(), guest('customer')]);
    await owner.call('setMemberRole', { tenantId, uid: admin.uid, role: 'member' });
    for (const answer of answers) expect((await readInvite(tenantId, idOf(answer))).status).toBe('revoked');
    expect((await readInvite(tenantId, idOf(kept))).status).toBe('open');
    expect(await roleOf(tenantId, admin)).toBe('member');
  });

  test('of a hundred rows is done at once, and one of more or of none is refused', async () => {
    const shop = await newTenant();
    await setPlan(shop.tenantId, 'business');
    const list = Array.from({ length: 100 }, () => ({ ...guest(), message: 'x'.repeat(1_000) }));
    for (const invites of [[...list, guest()], []]) {
      expect(await shop.owner.try('inviteMembers', { tenantId: shop.tenantId, invites })).toMatchObject({
        code: 'invalid-argument',
        details: { issues: [{ path: 'invites' }] },
      });
    }
    expect((await seatsOf(shop.tenantId)).counted.invited).toBe(0);
    const started = performance.now();
    const answers = await inviteAll(shop.owner, shop.tenantId, list);
    const seconds = (performance.now() - started) / 1_000;
    expect(new Set(outcomesOf(answers))).toEqual(new Set(['ok']));
    expect((await seatsOf(shop.tenantId)).counted).toEqual({ used: 1, invited: 100, owners: 1 });
    const sequence = (await auditOf(shop.tenantId)).filter(({ action }) => action === 'invite.sent');
    expect(sequence.map(({ target }) => target)).toEqual(answers.map(idOf));
    // A call may take a minute.
    expect(seconds).toBeLessThan(30);
  });
});

describe('the seats of a list', () => {
  test('are taken row by row: those that no longer fit are refused, customers never', async () => {
    const shop = await newTenant();
    const list = [guest(), guest(), guest('customer'), guest(), guest(), guest(), guest('customer'), guest()];
    const answers = await inviteAll(shop.owner, shop.tenantId, list);
    expect(outcomesOf(answers)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'plan-limit', 'ok', 'plan-limit']);
    expect(answers[5]).toEqual({ reason: 'plan-limit', limit: 5, plan: 'free' });
    expect((await seatsOf(shop.tenantId)).counted).toEqual({ used: 1, invited: 4, owners: 1 });
    await setPlan(shop.tenantId, 'pro');
    expect(outcomesOf(await inviteAll(shop.owner, shop.tenantId, list)).filter((each) => each === 'ok')).toHaveLength(
      2,
    );
    await expectSeatsInStep(shop.tenantId);
  });

  test('one is left and twenty admins send lists at once: one row of all gets it', async () => {
    const shop = await newTenant();
    await setPlan(shop.tenantId, 'business');
    const admins = await Promise.all(Array.from({ length: 20 }, () => newPerson('admin')));
    const invites = admins.map(({ email }) => ({ email, role: 'admin' }));
    const rows = await inviteAll(shop.owner, shop.tenantId, invites);
    for (const [index, admin] of admins.entries()) {
      await admin.call('acceptInvite', await linkOf(shop.tenantId, idOf(rows[index])));
      await admin.refresh();
    }
    await database()
      .doc(inTenant(shop.tenantId, ''))
      .update({ limits: { seats: 22, products: 100, ordersPerMonth: 200 } });
    const answers = await Promise.all(
      admins.map((admin) => inviteAll(admin, shop.tenantId, [guest(), guest('member')])),
    );
    const outcomes = answers.flatMap(outcomesOf);
    expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1);
    expect(outcomes.filter((each) => each === 'plan-limit')).toHaveLength(39);
    expect((await seatsOf(shop.tenantId)).counted).toEqual({ used: 21, invited: 1, owners: 1 });
    await expectSeatsInStep(shop.tenantId);
  });

  test('one address in the lists of many admins at once is invited once', async () => {
    const shop = await newTenant();
    await setPlan(shop.tenantId, 'business');
    const admins = [shop.owner, await hire(shop.owner, shop.tenantId, 'admin')];
    const list = [guest(), guest(), guest()];
    const answers = await Promise.all([...admins, ...admins].map((admin) => inviteAll(admin, shop.tenantId, list)));
    const outcomes = answers.flatMap(outcomesOf);
    expect(outcomes.filter((each) => each === 'ok')).toHaveLength(3);
    expect(outcomes.filter((each) => each === 'already-invited')).toHaveLength(9);
    await expectSeatsInStep(shop.tenantId);
  });
});

describe('who sends a list', () => {
  test.each(['member', 'viewer'])('is not a %s, whatever is in it', async (role) => {
    const person = await hire(owner, tenantId, role);
    expect(await person.try('inviteMembers', { tenantId, invites: [guest('customer')] })).toMatchObject({
      code: 'permission-denied',
      details: { reason: 'denied' },
    });
    expect(outcomesOf(await inviteAll(owner, tenantId, [guest('customer')]))).toEqual(['ok']);
  });

  test.each(['readonly', 'suspended', 'deleting'])('does so while the business is not %s', async (status) => {
    const shop = await newTenant();
    const invites = [guest('customer')];
    await setAccess(shop.tenantId, { status });
    expect(await shop.owner.try('inviteMembers', { tenantId: shop.tenantId, invites })).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'state', status },
    });
    expect(await auditOf(shop.tenantId)).toHaveLength(1);
    await setAccess(shop.tenantId, { status: 'active' });
    expect(outcomesOf(await inviteAll(shop.owner, shop.tenantId, invites))).toEqual(['ok']);
  });
});
