import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { describe, expect, test } from 'vitest';
import { expireInvites } from '../../functions/src/members/invitations/expire-invites.ts';
import { database } from '../support/database.ts';
import { outcomes } from '../support/outcomes.ts';
import { newPerson, newTenant } from '../support/people.ts';
import { auditOf, hire, invite, newCustomer, readInvite, roleOf, seatsOf, setPlan } from '../support/staff.ts';

const full = { code: 'resource-exhausted', details: { reason: 'plan-limit', limit: 5, plan: 'free' } };

/** A business on the free plan whose owner and four invitations take all five seats. */
async function fullTenant() {
  const tenant = await newTenant();
  const links = [];
  for (const name of ['a', 'b', 'c', 'd']) {
    links.push(await invite(tenant.owner, tenant.tenantId, `${name}-${tenant.tenantId}@example.com`, 'viewer'));
  }
  return { ...tenant, links };
}

describe('the plan’s seats', () => {
  test('count members and open invitations, and not customers', async () => {
    const { owner, tenantId, slug, links } = await fullTenant();
    const one = { tenantId, email: `e-${tenantId}@example.com`, role: 'viewer' };
    expect(await owner.try('inviteMember', one)).toMatchObject(full);
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 4, owners: 1 });
    await invite(owner, tenantId, `f-${tenantId}@example.com`, 'customer');
    const customer = await newCustomer(slug);
    expect(await owner.try('setMemberRole', { tenantId, uid: customer.uid, role: 'viewer' })).toMatchObject(full);
    expect(await roleOf(tenantId, customer)).toBe('customer');

    await owner.call('revokeInvite', { tenantId, inviteId: links[0]?.inviteId ?? '' });
    await owner.call('setMemberRole', { tenantId, uid: customer.uid, role: 'viewer' });
    expect(await owner.try('inviteMember', one)).toMatchObject(full);
    await owner.call('setMemberRole', { tenantId, uid: customer.uid, role: 'customer' });
    await owner.call('inviteMember', one);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
  });

  test('the last one goes to one of many who ask at once', async () => {
    const { owner, tenantId, links } = await fullTenant();
    await owner.call('revokeInvite', { tenantId, inviteId: links[0]?.inviteId ?? '' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        owner.try('inviteMember', { tenantId, email: `race-${index}@example.com`, role: 'member' }),
      ),
    );
    expect(outcomes(answers)).toEqual(['ok', ...answers.slice(1).map(() => 'plan-limit')].sort());
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 4, owners: 1 });
  });

  test('the last one goes to an invitation or to a customer who is made staff, not to both', async () => {
    const { owner, tenantId, slug, links } = await fullTenant();
    const customer = await newCustomer(slug);
    await owner.call('revokeInvite', { tenantId, inviteId: links[0]?.inviteId ?? '' });
    const answers = await Promise.all([
      owner.try('inviteMember', { tenantId, email: `race@example.com`, role: 'member' }),
      owner.try('setMemberRole', { tenantId, uid: customer.uid, role: 'viewer' }),
      owner.try('resendInvite', { tenantId, inviteId: links[1]?.inviteId ?? '' }),
    ]);
    expect(answers.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers[2]?.ok).toBe(true);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect(present.used + present.invited).toBe(5);
  });

  test('an invitation keeps its seat: who was invited comes in when all are taken, and after a downgrade too', async () => {
    const { owner, tenantId } = await newTenant();
    await setPlan(tenantId, 'pro');
    const guests = await Promise.all(Array.from({ length: 6 }, () => newPerson()));
    const links = [];
    for (const guest of guests) links.push(await invite(owner, tenantId, guest.email, 'viewer'));
    await setPlan(tenantId, 'free');
    for (const [index, guest] of guests.entries()) {
      expect(await guest.call('acceptInvite', links[index] ?? { tenantId, inviteId: '', secret: '' })).toMatchObject({
        role: 'viewer',
      });
    }
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 7, invited: 0, owners: 1 });
    expect(await owner.try('inviteMember', { tenantId, email: 'x@example.com', role: 'viewer' })).toMatchObject(full);
    // Nobody is put out, and a role that takes the same seat can change.
    await owner.call('setMemberRole', { tenantId, uid: guests[0]?.uid ?? '', role: 'admin' });
    await owner.call('removeMember', { tenantId, uid: guests[1]?.uid ?? '' });
  });
});

describe('invitations that have run out', () => {
  test('are marked by the schedule, which frees their seats and audits it; others stay', async () => {
    const { owner, tenantId, links } = await fullTenant();
    const guest = await hire(owner, tenantId, 'customer');
    const [first, second] = links.map(({ inviteId }) => inviteId);
    for (const inviteId of [first, second]) await runOut(tenantId, inviteId ?? '');
    const one = { tenantId, email: `late-${tenantId}@example.com`, role: 'viewer' };
    expect(await owner.try('inviteMember', one)).toMatchObject(full);

    const { expired } = await expireInvites(new Date());
    expect(expired).toBeGreaterThanOrEqual(2);
    const statuses = await Promise.all(
      links.map(async ({ inviteId }) => (await readInvite(tenantId, inviteId)).status),
    );
    expect(statuses).toEqual(['expired', 'expired', 'open', 'open']);
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 2, owners: 1 });
    expect((await auditOf(tenantId)).filter(({ action }) => action === 'invite.expired')).toEqual([
      expect.objectContaining({ target: first, actor: 'schedule:expireInvites' }),
      expect.objectContaining({ target: second, actor: 'schedule:expireInvites' }),
    ]);
    const entries = await auditOf(tenantId);
    await expireInvites(new Date());
    expect(await auditOf(tenantId)).toEqual(entries);
    await owner.call('inviteMember', one);
    expect(await roleOf(tenantId, guest)).toBe('customer');
  });

  test('sent again takes a seat again, if there is one', async () => {
    const { owner, tenantId, links } = await fullTenant();
    const inviteId = links[0]?.inviteId ?? '';
    await runOut(tenantId, inviteId);
    await expireInvites(new Date());
    const filler = await invite(owner, tenantId, `filler-${tenantId}@example.com`, 'viewer');
    expect(await owner.try('resendInvite', { tenantId, inviteId })).toMatchObject(full);
    expect(await readInvite(tenantId, inviteId)).toMatchObject({ status: 'expired', generation: 1 });
    await owner.call('revokeInvite', { tenantId, inviteId: filler.inviteId });
    await owner.call('resendInvite', { tenantId, inviteId });
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 4, owners: 1 });
  });

  test('withdrawn after they were marked free no second seat', async () => {
    const { owner, tenantId, links } = await fullTenant();
    const inviteId = links[0]?.inviteId ?? '';
    await runOut(tenantId, inviteId);
    await expireInvites(new Date());
    await owner.call('revokeInvite', { tenantId, inviteId });
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 3, owners: 1 });
    expect((await readInvite(tenantId, inviteId)).status).toBe('revoked');
  });
});

async function runOut(tenantId: string, inviteId: string): Promise<void> {
  await database()
    .doc(inTenant(tenantId, tenantPaths.invite(inviteId)))
    .update({ expiresAt: Timestamp.fromMillis(Date.now() - 1) });
}
