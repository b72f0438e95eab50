import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
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

const day = 86_400_000;
let address = 0;
/** An address that nobody has. */
const someAddress = () => `guest-${(address += 1)}-${Date.now()}@example.com`;

let owner: Person;
let admin: Person;
let member: Person;
let viewer: Person;
let tenantId: string;
let slug: string;

beforeAll(async () => {
  ({ owner, tenantId, slug } = await newTenant());
  await setPlan(tenantId, 'business');
  admin = await hire(owner, tenantId, 'admin');
  member = await hire(owner, tenantId, 'member');
  viewer = await hire(owner, tenantId, 'viewer');
});

describe('who may invite', () => {
  test.each([
    ['an owner', 'owner', () => owner],
    ['an admin', 'admin', () => admin],
    ['an admin', 'customer', () => admin],
  ])('%s invites somebody as %s', async (_, role, person) => {
    const { inviteId } = await invite(person(), tenantId, someAddress(), role);
    expect(await readInvite(tenantId, inviteId)).toMatchObject({ role, status: 'open', invitedBy: person().uid });
  });

  test.each([
    ['an admin', 'owner', () => admin],
    ['a member', 'customer', () => member],
    ['a viewer', 'viewer', () => viewer],
  ])('%s cannot invite as %s', async (_, role, person) => {
    const before = await seatsOf(tenantId);
    expect(await person().try('inviteMember', { tenantId, email: someAddress(), role })).toMatchObject({
      code: 'permission-denied',
      details: { reason: 'denied' },
    });
    expect(await seatsOf(tenantId)).toEqual(before);
  });

  test('nobody invites into a business of others', async () => {
    const other = await newTenant();
    const email = someAddress();
    expect(await other.owner.try('inviteMember', { tenantId, email, role: 'viewer' })).toMatchObject({
      code: 'permission-denied',
    });
    await other.owner.call('inviteMember', { tenantId: other.tenantId, email, role: 'viewer' });
  });

  test.each(['support', 'support-people', 'nobody', 'constructor', 'to-string'])(
    'a role that does not exist here is no role to invite to: %s',
    async (role) => {
      expect(await owner.try('inviteMember', { tenantId, email: someAddress(), role })).toMatchObject({
        code: 'invalid-argument',
        details: { reason: 'input', issues: [{ path: 'role', code: 'unknown-role' }] },
      });
    },
  );

  test('a role of the business itself can be invited to by who holds all of it', async () => {
    const shop = await newTenant();
    await setPlan(shop.tenantId, 'business');
    const boss = await hire(shop.owner, shop.tenantId, 'admin');
    const packer = ['profile:read', 'order:read', 'order:manage'];
    await setAccess(shop.tenantId, { roles: { packer, clerk: ['profile:read', 'member:manage'] } });
    await boss.call('inviteMember', { tenantId: shop.tenantId, email: someAddress(), role: 'packer' });
    const clerk = await hire(boss, shop.tenantId, 'clerk');
    expect(
      await clerk.try('inviteMember', { tenantId: shop.tenantId, email: someAddress(), role: 'packer' }),
    ).toMatchObject({ code: 'permission-denied' });
    await clerk.call('inviteMember', { tenantId: shop.tenantId, email: someAddress(), role: 'clerk' });
  });

  test.each(['readonly', 'suspended', 'deleting'])('nobody is invited while a business is %s', async (status) => {
    const shop = await newTenant();
    await setAccess(shop.tenantId, { status });
    const wanted = { tenantId: shop.tenantId, email: someAddress(), role: 'viewer' };
    expect(await shop.owner.try('inviteMember', wanted)).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'state', status },
    });
    await setAccess(shop.tenantId, { status: 'active' });
    await shop.owner.call('inviteMember', wanted);
  });
});

describe('whom one invites', () => {
  test('an address has one open invitation, however it is written', async () => {
    const name = `Zoë-${Date.now()}`;
    await invite(owner, tenantId, `${name}@Bücher.example`, 'viewer');
    const again = `${name.normalize('NFD').toUpperCase()}@XN--bcher-KVA.example`;
    expect(await owner.try('inviteMember', { tenantId, email: again, role: 'member' })).toMatchObject({
      code: 'already-exists',
      details: { reason: 'already-invited' },
    });
    // A dot makes another address.
    await invite(owner, tenantId, `${name}.a@bücher.example`, 'viewer');
  });

  test('who is in already is not invited, except customers to become staff', async () => {
    const customer = await newCustomer(slug);
    for (const [email, role] of [
      [member.email, 'admin'],
      [owner.email, 'viewer'],
      [customer.email, 'customer'],
      [member.email, 'customer'],
    ] as const) {
      expect(await owner.try('inviteMember', { tenantId, email, role })).toMatchObject({
        code: 'already-exists',
        details: { reason: 'already-member' },
      });
    }
    await invite(owner, tenantId, customer.email, 'viewer');
  });

  test('the same address can be invited by another business', async () => {
    const other = await newTenant();
    const email = someAddress();
    await invite(owner, tenantId, email, 'viewer');
    await invite(other.owner, other.tenantId, email, 'viewer');
  });

  test.each([
    'ann',
    'a b@example.com',
    '"a"@example.com',
    'Ann <ann@example.com>',
    'a@example.com\r\nBcc: b@c.example',
  ])('what is no single address is refused: %j', async (email) => {
    expect(await owner.try('inviteMember', { tenantId, email, role: 'viewer' })).toMatchObject({
      code: 'invalid-argument',
      details: { issues: [{ path: 'email' }] },
    });
  });

  test('an invitation that has run out unmarked makes room for another', async () => {
    const email = someAddress();
    const first = await invite(owner, tenantId, email, 'viewer');
    await runOut(first.inviteId);
    const second = await invite(owner, tenantId, email, 'member');
    expect((await readInvite(tenantId, first.inviteId)).status).toBe('expired');
    expect((await readInvite(tenantId, second.inviteId)).status).toBe('open');
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });
});

describe('the invitation', () => {
  test('lives seven days, is audited without an address, and stores no secret', async () => {
    const email = someAddress();
    const link = await invite(admin, tenantId, email, 'member');
    const document = await readInvite(tenantId, link.inviteId);
    expect(document).toMatchObject({ email, generation: 1, acceptedBy: null, message: '' });
    expect(document.expiresAt.toMillis() - document.createdAt.toMillis()).toBe(7 * day);
    expect(JSON.stringify(document)).not.toContain(link.secret);
    const mails = await database().collection('mail').where('to', '==', email).get();
    expect(mails.docs.map((mail) => mail.get('data') as unknown)).toEqual([
      expect.objectContaining({ tenantId, inviteId: link.inviteId, generation: 1, role: 'member' }),
    ]);
    expect(JSON.stringify(mails.docs.map((mail) => mail.data()))).not.toContain(link.secret);
    const entry = (await auditOf(tenantId)).at(-1);
    expect(entry).toMatchObject({ action: 'invite.sent', target: link.inviteId, actor: admin.uid });
    expect(JSON.stringify(entry)).not.toContain(email);
  });

  test('a link of one invitation opens no other, in no other business and in no other generation', async () => {
    const [one, two] = [
      await invite(owner, tenantId, someAddress(), 'viewer'),
      await invite(owner, tenantId, someAddress(), 'viewer'),
    ];
    await owner.call('resendInvite', { tenantId, inviteId: two.inviteId });
    const secrets = [one.secret, two.secret, (await linkOf(tenantId, two.inviteId)).secret];
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

describe('sending again', () => {
  test('makes a new generation for another seven days in the name of who resends it', async () => {
    const { inviteId } = await invite(owner, tenantId, someAddress(), 'viewer');
    await runOut(inviteId);
    await admin.call('resendInvite', { tenantId, inviteId });
    const document = await readInvite(tenantId, inviteId);
    expect(document).toMatchObject({ status: 'open', generation: 2, invitedBy: admin.uid });
    expect(document.expiresAt.toMillis()).toBeGreaterThan(Date.now() + 6.9 * day);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });

  test('opens one that was marked as run out, and takes its seat again', async () => {
    const { inviteId } = await invite(owner, tenantId, someAddress(), 'viewer');
    await runOut(inviteId, 'expired');
    await database()
      .doc(inTenant(tenantId, tenantPaths.counters()))
      .update({
        seatsInvited: ((await seatsOf(tenantId)).counted.invited as number) - 1,
      });
    await owner.call('resendInvite', { tenantId, inviteId });
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });

  test('is refused beside a newer open one to the same address', async () => {
    const email = someAddress();
    const first = await invite(owner, tenantId, email, 'viewer');
    await runOut(first.inviteId);
    const second = await invite(owner, tenantId, email, 'viewer');
    expect(await owner.try('resendInvite', { tenantId, inviteId: first.inviteId })).toMatchObject({
      code: 'already-exists',
      details: { reason: 'already-invited' },
    });
    await owner.call('resendInvite', { tenantId, inviteId: second.inviteId });
  });

  test('is refused for one that was withdrawn or accepted, that does not exist, or that is another business’s', async () => {
    const revoked = await invite(owner, tenantId, someAddress(), 'viewer');
    await owner.call('revokeInvite', { tenantId, inviteId: revoked.inviteId });
    const guest = await newPerson();
    const accepted = await invite(owner, tenantId, guest.email, 'viewer');
    await guest.call('acceptInvite', accepted);
    const other = await newTenant();
    const foreign = await invite(other.owner, other.tenantId, someAddress(), 'viewer');
    for (const [inviteId, code, reason] of [
      [revoked.inviteId, 'failed-precondition', 'invite-revoked'],
      [accepted.inviteId, 'failed-precondition', 'invite-used'],
      [foreign.inviteId, 'not-found', 'missing'],
      ['nothing', 'not-found', 'missing'],
    ] as const) {
      expect(await owner.try('resendInvite', { tenantId, inviteId })).toMatchObject({ code, details: { reason } });
    }
    expect((await readInvite(other.tenantId, foreign.inviteId)).generation).toBe(1);
    await other.owner.call('resendInvite', { tenantId: other.tenantId, inviteId: foreign.inviteId });
  });

  test('an admin can neither resend nor withdraw an invitation to own the business', async () => {
    const { inviteId } = await invite(owner, tenantId, someAddress(), 'owner');
    for (const operation of ['resendInvite', 'revokeInvite'] as const) {
      expect(await admin.try(operation, { tenantId, inviteId })).toMatchObject({ code: 'permission-denied' });
      expect(await readInvite(tenantId, inviteId)).toMatchObject({ status: 'open', generation: 1 });
    }
    await owner.call('revokeInvite', { tenantId, inviteId });
  });
});

describe('withdrawing', () => {
  test('frees the seat, once, and not while a business is read-only', async () => {
    const shop = await newTenant();
    const { inviteId } = await invite(shop.owner, shop.tenantId, someAddress(), 'viewer');
    await setAccess(shop.tenantId, { status: 'readonly' });
    for (const operation of ['resendInvite', 'revokeInvite'] as const) {
      expect(await shop.owner.try(operation, { tenantId: shop.tenantId, inviteId })).toMatchObject({
        details: { reason: 'state' },
      });
    }
    expect((await readInvite(shop.tenantId, inviteId)).status).toBe('open');
    await setAccess(shop.tenantId, { status: 'active' });
    await shop.owner.call('revokeInvite', { tenantId: shop.tenantId, inviteId });
    expect((await readInvite(shop.tenantId, inviteId)).status).toBe('revoked');
    expect((await seatsOf(shop.tenantId)).counted).toEqual({ used: 1, invited: 0, owners: 1 });
    expect(await shop.owner.try('revokeInvite', { tenantId: shop.tenantId, inviteId })).toMatchObject({
      details: { reason: 'invite-revoked' },
    });
    expect((await seatsOf(shop.tenantId)).counted.invited).toBe(0);
  });

  test('a member cannot withdraw an invitation', async () => {
    const { inviteId } = await invite(owner, tenantId, someAddress(), 'viewer');
    expect(await member.try('revokeInvite', { tenantId, inviteId })).toMatchObject({ code: 'permission-denied' });
    expect((await readInvite(tenantId, inviteId)).status).toBe('open');
    await admin.call('revokeInvite', { tenantId, inviteId });
    expect(await roleOf(tenantId, member)).toBe('member');
  });
});

async function runOut(inviteId: string, status: 'open' | 'expired' = 'open'): Promise<void> {
  await database()
    .doc(inTenant(tenantId, tenantPaths.invite(inviteId)))
    .update({ expiresAt: Timestamp.fromMillis(Date.now() - 1), status });
}
