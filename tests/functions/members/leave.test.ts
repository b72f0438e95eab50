import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { describe, expect, test } from 'vitest';
import { authentication, database, readDocument, storedClaims } from '../../support/database.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import {
  auditOf,
  hire,
  invite,
  newCustomer,
  readInvite,
  roleOf,
  seatsOf,
  setAccess,
  setPlan,
} from '../../support/staff.ts';

describe('removing somebody', () => {
  test('takes membership, projection, claims and seat before it answers, and is audited', async () => {
    const { owner, tenantId } = await newTenant();
    const target = await hire(owner, tenantId, 'member');
    await owner.call('removeMember', { tenantId, uid: target.uid });
    expect(await roleOf(tenantId, target)).toBeUndefined();
    expect(await readDocument(paths.membership(target.uid, tenantId))).toBeUndefined();
    expect((await storedClaims(target.uid)).tenants).toEqual({});
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 0, owners: 1 });
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({ action: 'member.removed', target: target.uid });
    expect(await owner.try('removeMember', { tenantId, uid: target.uid })).toMatchObject({ code: 'not-found' });
  });

  test('kills the token that they hold, for operations and for reads, and it stays dead when they return', async () => {
    const { owner, tenantId } = await newTenant();
    const target = await hire(owner, tenantId, 'admin');
    const first = target.withOldToken();
    await expectDead(first, tenantId, false);
    await owner.call('removeMember', { tenantId, uid: target.uid });
    await expectDead(first, tenantId, true);
    await hire(owner, tenantId, 'admin', target);
    await expectDead(first, tenantId, true);
    await expectDead(target, tenantId, false);
  });

  test('goes on while a business is read-only, and stops when it is suspended', async () => {
    const { owner, tenantId } = await newTenant();
    const [first, second] = [await hire(owner, tenantId, 'viewer'), await hire(owner, tenantId, 'viewer')];
    await setAccess(tenantId, { status: 'suspended' });
    expect(await owner.try('removeMember', { tenantId, uid: first.uid })).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'state' },
    });
    expect(await roleOf(tenantId, first)).toBe('viewer');
    await setAccess(tenantId, { status: 'readonly' });
    await owner.call('removeMember', { tenantId, uid: first.uid });
    expect(await roleOf(tenantId, second)).toBe('viewer');
  });

  test('works for somebody whose account is gone', async () => {
    const { owner, tenantId } = await newTenant();
    const ghost = { uid: 'gone', role: 'customer', version: 1, email: 'gone@example.com', displayName: 'Gone' };
    await database()
      .doc(inTenant(tenantId, tenantPaths.member('gone')))
      .set(ghost);
    await owner.call('removeMember', { tenantId, uid: 'gone' });
    expect(await readDocument(inTenant(tenantId, tenantPaths.member('gone')))).toBeUndefined();
  });

  test('withdraws what had invited them by the address that they sign in with now, and nobody else’s', async () => {
    const { owner, tenantId, slug } = await newTenant();
    const target = await newCustomer(slug);
    const moved = `moved-${target.email}`;
    const [theirs, another] = [
      await invite(owner, tenantId, moved, 'admin'),
      await invite(owner, tenantId, `else-${target.email}`, 'viewer'),
    ];
    await authentication().updateUser(target.uid, { email: moved, emailVerified: true });
    await owner.call('removeMember', { tenantId, uid: target.uid });

    // An address that is changed ends every sign-in from before.
    const back = await newPerson('back', { email: moved });
    expect(back.uid).toBe(target.uid);
    expect(await back.try('acceptInvite', theirs)).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'invite-revoked' },
    });
    expect(await roleOf(tenantId, back)).toBeUndefined();
    expect((await readInvite(tenantId, another.inviteId)).status).toBe('open');
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 1, owners: 1 });
    await back.call('acceptInvite', await invite(owner, tenantId, moved, 'viewer'));
  });

  test('and demoting them revokes the open invitations that they may no longer grant, and no others', async () => {
    const { owner, tenantId } = await newTenant();
    await setPlan(tenantId, 'business');
    const clerk = ['profile:read', 'member:read', 'member:manage', 'product:read-published'];
    await setAccess(tenantId, { roles: { clerk: [...clerk, 'order:place', 'order:read-own', 'order:cancel-own'] } });
    const boss = await hire(owner, tenantId, 'admin');
    const asViewer = await invite(boss, tenantId, 'viewer@example.com', 'viewer');
    const asCustomer = await invite(boss, tenantId, 'customer@example.com', 'customer');
    const others = await invite(owner, tenantId, 'other@example.com', 'viewer');
    const statuses = () =>
      Promise.all(
        [asViewer, asCustomer, others].map(async ({ inviteId }) => (await readInvite(tenantId, inviteId)).status),
      );

    await owner.call('setMemberRole', { tenantId, uid: boss.uid, role: 'clerk' });
    expect(await statuses()).toEqual(['revoked', 'open', 'open']);
    await owner.call('removeMember', { tenantId, uid: boss.uid });
    expect(await statuses()).toEqual(['revoked', 'revoked', 'open']);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect(
      (await auditOf(tenantId)).filter(({ action }) => action === 'invite.revoked').map(({ target }) => target),
    ).toEqual([asViewer.inviteId, asCustomer.inviteId]);
  });
});

describe('leaving', () => {
  test.each(['active', 'readonly', 'suspended', 'deleting'])('is possible while a business is %s', async (status) => {
    const { owner, tenantId } = await newTenant();
    const viewer = await hire(owner, tenantId, 'viewer');
    await setAccess(tenantId, { status });
    await viewer.call('leaveTenant', { tenantId });
    expect(await roleOf(tenantId, viewer)).toBeUndefined();
    expect((await storedClaims(viewer.uid)).tenants).toEqual({});
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({ action: 'member.left', actor: viewer.uid });
    await setAccess(tenantId, { status: 'active' });
    await expectDead(viewer, tenantId, true);
  });

  test('is refused to the last owner, by every way out', async () => {
    const { owner, tenantId } = await newTenant();
    await hire(owner, tenantId, 'admin');
    const attempts = [
      () => owner.try('leaveTenant', { tenantId }),
      () => owner.try('removeMember', { tenantId, uid: owner.uid }),
      () => owner.try('setMemberRole', { tenantId, uid: owner.uid, role: 'customer' }),
    ];
    for (const attempt of attempts) {
      expect(await attempt()).toMatchObject({ code: 'failed-precondition', details: { reason: 'last-owner' } });
      expect(await roleOf(tenantId, owner)).toBe('owner');
    }
    const second = await hire(owner, tenantId, 'owner');
    await owner.call('leaveTenant', { tenantId });
    expect(await second.try('leaveTenant', { tenantId })).toMatchObject({ details: { reason: 'last-owner' } });
  });

  test('is nothing that somebody outside can do', async () => {
    const { tenantId } = await newTenant();
    expect(await (await newPerson()).try('leaveTenant', { tenantId })).toMatchObject({ code: 'permission-denied' });
  });
});

/** Whether a token of staff opens anything: an operation, a read of one's own, a read of what everybody inside sees. */
async function expectDead(person: Person, tenantId: string, dead: boolean): Promise<void> {
  const reads = [tenantPaths.profile(), tenantPaths.member(person.uid)].map((path) => inTenant(tenantId, path));
  expect(await Promise.all(reads.map((path) => readAs(person, path)))).toEqual(dead ? [403, 403] : [200, 200]);
  // A uid that nobody has: what answers `not-found` was let in.
  const answer = await person.try('removeMember', { tenantId, uid: 'nobody' });
  expect(answer).toMatchObject({ code: dead ? 'permission-denied' : 'not-found' });
}
