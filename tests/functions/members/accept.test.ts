import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { callFunction } from '../../support/call-function.ts';
import { authentication, database, storedClaims } from '../../support/database.ts';
import { mailTo } from '../../support/mailbox.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import {
  auditOf,
  hire,
  invite,
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

beforeAll(async () => {
  ({ owner, tenantId, slug } = await newTenant());
  await setPlan(tenantId, 'business');
});

describe('accepting', () => {
  test('lets the invited person in, in their claims before it answers, by the link of the mail', async () => {
    const guest = await newPerson('guest');
    const { inviteId } = await owner.call('inviteMember', { tenantId, email: guest.email, role: 'member' });
    const { text } = await mailTo(guest.email, /./);
    const link = new URL(/http\S+\/invite\/\S+/.exec(text)?.[0] ?? '');
    expect(link.pathname).toBe(`/invite/${tenantId}/${inviteId}`);
    const answer = await guest.call('acceptInvite', { tenantId, inviteId, secret: link.hash.slice(1) });
    expect(answer).toEqual({ tenantId, role: 'member' });
    expect((await storedClaims(guest.uid)).tenants[tenantId]?.[0]).toBe('member');
    await guest.refresh();
    expect(await readAs(guest, inTenant(tenantId, tenantPaths.member(guest.uid)))).toBe(200);
    expect(await readInvite(tenantId, inviteId)).toMatchObject({ status: 'accepted', acceptedBy: guest.uid });
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({
      action: 'invite.accepted',
      target: inviteId,
      actor: guest.uid,
    });
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });

  test('an address of letters beyond ASCII is the same however it is typed', async () => {
    const name = `Jürgen${Date.now()}`;
    const guest = await newPerson('guest', { email: `${name.toLowerCase()}@bücher.example` });
    const link = await invite(owner, tenantId, `${name.normalize('NFD')}@BÜCHER.example`, 'viewer');
    expect(await guest.call('acceptInvite', link)).toEqual({ tenantId, role: 'viewer' });
  });

  test('the same person asking again is answered the same, and nobody else is', async () => {
    const guest = await newPerson('guest');
    const link = await invite(owner, tenantId, guest.email, 'viewer');
    const first = await guest.call('acceptInvite', link);
    const entries = await auditOf(tenantId);
    expect(await guest.call('acceptInvite', link)).toEqual(first);
    expect(await auditOf(tenantId)).toEqual(entries);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect(await (await newPerson()).try('acceptInvite', link)).toMatchObject({ details: { reason: 'invite-email' } });
  });

  test('a link that was used does not let a person back in who was removed', async () => {
    const guest = await newPerson('guest');
    const link = await invite(owner, tenantId, guest.email, 'viewer');
    await guest.call('acceptInvite', link);
    await owner.call('removeMember', { tenantId, uid: guest.uid });
    expect(await guest.try('acceptInvite', link)).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'invite-used' },
    });
    expect(await roleOf(tenantId, guest)).toBeUndefined();
    expect(await guest.call('acceptInvite', await invite(owner, tenantId, guest.email, 'viewer'))).toMatchObject({
      role: 'viewer',
    });
  });
});

describe('who lacks the secret', () => {
  test('learns nothing: an unknown business, an unknown invitation and a wrong secret are the same bytes', async () => {
    const guest = await newPerson('guest');
    const link = await invite(owner, tenantId, guest.email, 'viewer');
    const other = await newTenant();
    const foreign = await invite(other.owner, other.tenantId, guest.email, 'viewer');
    const attempts = [
      { ...link, secret: `${link.secret.slice(0, -1)}${link.secret.endsWith('A') ? 'B' : 'A'}` },
      { ...link, secret: link.secret.slice(0, -1) },
      { ...link, secret: `${link.secret}A` },
      { ...link, secret: foreign.secret },
      { ...link, tenantId: other.tenantId },
      { ...link, tenantId: 'aaaaaaaaaa' },
      { ...link, inviteId: 'unknown' },
      { ...link, inviteId: foreign.inviteId },
    ];
    const answers = await Promise.all(attempts.map((attempt) => guest.try('acceptInvite', attempt)));
    const texts = new Set(answers.map((answer) => (answer.ok ? 'accepted' : `${answer.status} ${answer.text}`)));
    expect([...texts]).toEqual([expect.stringContaining('"reason":"denied"')]);
    expect(await roleOf(tenantId, guest)).toBeUndefined();
    await guest.call('acceptInvite', link);
  });

  test('a link that was replaced by a newer one is dead', async () => {
    const guest = await newPerson('guest');
    const old = await invite(owner, tenantId, guest.email, 'viewer');
    await owner.call('resendInvite', { tenantId, inviteId: old.inviteId });
    expect(await guest.try('acceptInvite', old)).toMatchObject({ details: { reason: 'denied' } });
    expect(await roleOf(tenantId, guest)).toBeUndefined();
    await guest.call('acceptInvite', await linkOf(tenantId, old.inviteId));
  });

  test('nobody accepts without a sign-in or with an address that is not confirmed', async () => {
    const email = `unverified-${Date.now()}@example.com`;
    const link = await invite(owner, tenantId, email, 'viewer');
    expect(await callFunction('api/acceptInvite', link)).toMatchObject({ code: 'unauthenticated' });
    const guest = await newPerson('guest', { email, verified: false });
    expect(await guest.try('acceptInvite', link)).toMatchObject({ details: { reason: 'email-unverified' } });
    expect(await roleOf(tenantId, guest)).toBeUndefined();
    await authentication().updateUser(guest.uid, { emailVerified: true });
    await guest.refresh();
    expect(await guest.call('acceptInvite', link)).toMatchObject({ role: 'viewer' });
  });
});

describe('with the secret', () => {
  test('another address is told so, before what has become of the invitation', async () => {
    const guest = await newPerson('guest');
    const link = await invite(owner, tenantId, guest.email, 'viewer');
    const thief = await newPerson('thief');
    expect(await thief.try('acceptInvite', link)).toMatchObject({
      code: 'permission-denied',
      details: { reason: 'invite-email' },
    });
    await owner.call('revokeInvite', { tenantId, inviteId: link.inviteId });
    expect(await thief.try('acceptInvite', link)).toMatchObject({ details: { reason: 'invite-email' } });
    expect(await guest.try('acceptInvite', link)).toMatchObject({ details: { reason: 'invite-revoked' } });
    expect(await roleOf(tenantId, thief)).toBeUndefined();
  });

  test.each(['open', 'expired'])('one that has run out is refused, marked as %s', async (status) => {
    const guest = await newPerson('guest');
    const link = await invite(owner, tenantId, guest.email, 'customer');
    const document = database().doc(inTenant(tenantId, tenantPaths.invite(link.inviteId)));
    await document.update({ status, expiresAt: Timestamp.fromMillis(Date.now() - 1) });
    expect(await guest.try('acceptInvite', link)).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'invite-expired' },
    });
    await document.update({ status: 'open', expiresAt: Timestamp.fromMillis(Date.now() + 60_000) });
    await guest.call('acceptInvite', link);
  });

  test.each(['readonly', 'suspended', 'deleting'])('nobody comes in while a business is %s', async (status) => {
    const shop = await newTenant();
    const guest = await newPerson('guest');
    const link = await invite(shop.owner, shop.tenantId, guest.email, 'viewer');
    await setAccess(shop.tenantId, { status });
    expect(await guest.try('acceptInvite', link)).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'state', status },
    });
    expect(await guest.try('acceptInvite', { ...link, secret: 'wrong' })).toMatchObject({
      details: { reason: 'denied' },
    });
    await setAccess(shop.tenantId, { status: 'active' });
    await guest.call('acceptInvite', link);
  });
});

describe('the inviter', () => {
  test('must be able to grant the role still: removed, demoted to who manages nobody, or without the role', async () => {
    const shop = await newTenant();
    await setPlan(shop.tenantId, 'business');
    await setAccess(shop.tenantId, { roles: { packer: ['profile:read', 'product:write'] } });
    const [first, second, third] = [
      await hire(shop.owner, shop.tenantId, 'admin'),
      await hire(shop.owner, shop.tenantId, 'admin'),
      await hire(shop.owner, shop.tenantId, 'admin'),
    ];
    const guests = [await newPerson(), await newPerson(), await newPerson()] as const;
    const links = [
      await invite(first, shop.tenantId, guests[0].email, 'viewer'),
      await invite(second, shop.tenantId, guests[1].email, 'viewer'),
      await invite(third, shop.tenantId, guests[2].email, 'packer'),
    ] as const;
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: first.uid });
    // A member holds all that a viewer does, and still may invite nobody.
    await shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: second.uid, role: 'member' });
    await setAccess(shop.tenantId, { roles: {} });
    for (const [index, guest] of guests.entries()) {
      expect(await guest.try('acceptInvite', links[index] ?? links[0])).toMatchObject({
        code: 'failed-precondition',
        details: { reason: 'invite-revoked' },
      });
      expect(await roleOf(shop.tenantId, guest)).toBeUndefined();
    }
    await setAccess(shop.tenantId, { roles: { packer: ['profile:read', 'product:write'] } });
    expect(await guests[2].call('acceptInvite', links[2])).toMatchObject({ role: 'packer' });
  });
});

describe('who is in already', () => {
  test('a customer becomes staff, and the token of the customer is dead', async () => {
    const customer = await newCustomer(slug);
    const before = customer.withOldToken();
    const link = await invite(owner, tenantId, customer.email, 'viewer');
    expect(await customer.call('acceptInvite', link)).toEqual({ tenantId, role: 'viewer' });
    expect(await before.try('leaveTenant', { tenantId })).toMatchObject({ code: 'permission-denied' });
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });

  test('does not get back by an open invitation what a demotion took', async () => {
    const shop = await newTenant();
    const [lowered, raised] = [await newPerson('lowered'), await newPerson('raised')];
    const links = [
      await invite(shop.owner, shop.tenantId, lowered.email, 'admin'),
      await invite(shop.owner, shop.tenantId, raised.email, 'admin'),
    ] as const;
    const setRole = ({ uid }: Person, role: string) =>
      shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid, role });
    for (const person of [lowered, raised]) await person.call('joinAsCustomer', { slug: shop.slug });
    await setRole(lowered, 'member');
    await setRole(lowered, 'viewer');
    await setRole(raised, 'viewer');
    expect(await lowered.try('acceptInvite', links[0])).toMatchObject({ details: { reason: 'invite-revoked' } });
    expect(await raised.call('acceptInvite', links[1])).toMatchObject({ role: 'admin' });
    expect(await roleOf(shop.tenantId, lowered)).toBe('viewer');
    const { counted, present } = await seatsOf(shop.tenantId);
    expect(counted).toEqual(present);
  });

  test.each([
    ['viewer', 'admin', 'admin'],
    ['admin', 'viewer', 'admin'],
    ['admin', 'customer', 'admin'],
    ['customer', 'customer', 'customer'],
    // Neither holds all of the other's: nothing is taken away.
    ['member', 'books', 'member'],
  ])('who is %s and accepts as %s is %s from then on', async (present, invited, after) => {
    const shop = await newTenant();
    await setAccess(shop.tenantId, { roles: { books: ['profile:read', 'billing:read'] } });
    const guest = await newPerson('guest');
    const link = await invite(shop.owner, shop.tenantId, guest.email, invited);
    // They came in by another door while the invitation stood open.
    await guest.call('joinAsCustomer', { slug: shop.slug });
    if (present !== 'customer') {
      await shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: guest.uid, role: present });
    }
    expect(await guest.call('acceptInvite', link)).toEqual({ tenantId: shop.tenantId, role: after });
    expect(await roleOf(shop.tenantId, guest)).toBe(after);
    expect((await readInvite(shop.tenantId, link.inviteId)).status).toBe('accepted');
    const { counted, present: real } = await seatsOf(shop.tenantId);
    expect(counted).toEqual(real);
  });
});
