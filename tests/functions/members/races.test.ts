import { describe, expect, test } from 'vitest';
import { storedClaims } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { auditOf, hire, invite, linkOf, readInvite, roleOf, seatsOf, setPlan } from '../../support/staff.ts';

async function expectOneOwnerAtLeast(tenantId: string): Promise<void> {
  const { counted, present } = await seatsOf(tenantId);
  expect(counted).toEqual(present);
  expect(present.owners).toBeGreaterThanOrEqual(1);
}

async function expectClaimsInStep(tenantId: string, people: readonly Person[]): Promise<void> {
  for (const person of people) {
    expect((await storedClaims(person.uid)).tenants[tenantId]?.[0]).toBe(await roleOf(tenantId, person));
  }
}

describe('the last owner', () => {
  test('stays when all owners leave at once', async () => {
    const { owner, tenantId } = await newTenant();
    const owners = [owner, await hire(owner, tenantId, 'owner'), await hire(owner, tenantId, 'owner')];
    const answers = await Promise.all(owners.map((person) => person.try('leaveTenant', { tenantId })));
    expect(outcomes(answers)).toEqual(['last-owner', 'ok', 'ok']);
    await expectOneOwnerAtLeast(tenantId);
    await expectClaimsInStep(tenantId, owners);
  });

  test('stays when owners demote, remove and leave each other at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { owner, tenantId } = await newTenant();
      const second = await hire(owner, tenantId, 'owner');
      const third = await hire(owner, tenantId, 'owner');
      const answers = await Promise.all([
        owner.try('setMemberRole', { tenantId, uid: second.uid, role: 'viewer' }),
        second.try('removeMember', { tenantId, uid: third.uid }),
        third.try('setMemberRole', { tenantId, uid: owner.uid, role: 'customer' }),
        second.try('leaveTenant', { tenantId }),
      ]);
      for (const outcome of outcomes(answers)) expect(['ok', 'denied', 'last-owner', 'missing']).toContain(outcome);
      await expectOneOwnerAtLeast(tenantId);
      await expectClaimsInStep(tenantId, [owner, second, third]);
    }
  });
});

describe('one invitation', () => {
  test('accepted many times at once by its person counts once', async () => {
    const { owner, tenantId } = await newTenant();
    const guest = await newPerson();
    const link = await invite(owner, tenantId, guest.email, 'member');
    const answers = await Promise.all(Array.from({ length: 6 }, () => guest.try('acceptInvite', link)));
    for (const answer of answers) expect(answer).toMatchObject({ result: { tenantId, role: 'member' } });
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 2, invited: 0, owners: 1 });
    expect((await auditOf(tenantId)).filter(({ action }) => action === 'invite.accepted')).toHaveLength(1);
    await expectClaimsInStep(tenantId, [guest]);
  });

  test('accepted at once by its person and by another lets in its person alone', async () => {
    const { owner, tenantId } = await newTenant();
    const [guest, thief] = [await newPerson(), await newPerson()];
    const link = await invite(owner, tenantId, guest.email, 'member');
    const people = [thief, guest, thief, guest];
    const answers = await Promise.all(people.map((person) => person.try('acceptInvite', link)));
    expect(outcomes(answers)).toEqual(['invite-email', 'invite-email', 'ok', 'ok']);
    expect([await roleOf(tenantId, guest), await roleOf(tenantId, thief)]).toEqual(['member', undefined]);
  });

  test('withdrawn, resent and accepted at once ends in one of these states, with the seats to it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { owner, tenantId } = await newTenant();
      const guest = await newPerson();
      const link = await invite(owner, tenantId, guest.email, 'member');
      const { inviteId } = link;
      const answers = await Promise.all([
        guest.try('acceptInvite', link),
        owner.try('revokeInvite', { tenantId, inviteId }),
        owner.try('resendInvite', { tenantId, inviteId }),
      ]);
      const [accepted] = answers;
      for (const outcome of outcomes(answers)) {
        expect(['ok', 'denied', 'invite-used', 'invite-revoked', 'already-member']).toContain(outcome);
      }
      expect((await readInvite(tenantId, inviteId)).status).toBe(accepted.ok ? 'accepted' : 'revoked');
      expect(await roleOf(tenantId, guest)).toBe(accepted.ok ? 'member' : undefined);
      const { counted, present } = await seatsOf(tenantId);
      expect(counted).toEqual(present);
      await expectClaimsInStep(tenantId, [guest]);
    }
  });

  test('many invitations of one address at once make one', async () => {
    const { owner, tenantId } = await newTenant();
    const admin = await hire(owner, tenantId, 'admin');
    const email = `once-${tenantId}@example.com`;
    const answers = await Promise.all(
      [owner, admin, owner, admin].map((person) => person.try('inviteMember', { tenantId, email, role: 'viewer' })),
    );
    expect(outcomes(answers)).toEqual(['already-invited', 'already-invited', 'already-invited', 'ok']);
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 2, invited: 1, owners: 1 });
  });
});

describe('removal', () => {
  test('of the inviter while the invitation is accepted: in before it, or not at all', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { owner, tenantId } = await newTenant();
      const admin = await hire(owner, tenantId, 'admin');
      const guest = await newPerson();
      const link = await invite(admin, tenantId, guest.email, 'member');
      const [accepted] = await Promise.all([
        guest.try('acceptInvite', link),
        owner.call('removeMember', { tenantId, uid: admin.uid }),
      ]);
      expect(['ok', 'invite-revoked']).toContain(outcomes([accepted])[0]);
      expect((await readInvite(tenantId, link.inviteId)).status).toBe(accepted.ok ? 'accepted' : 'revoked');
      const { counted, present } = await seatsOf(tenantId);
      expect(counted).toEqual(present);
      await expectClaimsInStep(tenantId, [guest, admin]);
    }
  });

  test('while the person acts: nothing that they did is after it', async () => {
    const { owner, tenantId } = await newTenant();
    await setPlan(tenantId, 'business');
    const admin = await hire(owner, tenantId, 'admin');
    const acts = Array.from({ length: 5 }, (_, index) =>
      admin.try('inviteMember', { tenantId, email: `act-${index}@example.com`, role: 'viewer' }),
    );
    const removal = owner.call('removeMember', { tenantId, uid: admin.uid });
    const answers = await Promise.all(acts);
    await removal;
    for (const outcome of outcomes(answers)) expect(['ok', 'denied']).toContain(outcome);
    const actions = (await auditOf(tenantId)).map(({ action, actor }) => `${action} ${actor}`);
    const after = actions.slice(actions.indexOf(`member.removed ${owner.uid}`) + 1);
    expect(after.filter((entry) => entry.startsWith('invite.sent'))).toEqual([]);
    // Invitations that they had sent died with their right to send them.
    expect((await seatsOf(tenantId)).counted).toEqual({ used: 1, invited: 0, owners: 1 });
  });

  test('while the person is let back in by a new invitation: claims and membership agree in the end', async () => {
    const { owner, tenantId } = await newTenant();
    const guest = await hire(owner, tenantId, 'viewer');
    await owner.call('removeMember', { tenantId, uid: guest.uid });
    const link = await invite(owner, tenantId, guest.email, 'viewer');
    await Promise.all([
      guest.try('acceptInvite', link),
      owner.try('removeMember', { tenantId, uid: guest.uid }),
      guest.try('acceptInvite', link),
    ]);
    await expectClaimsInStep(tenantId, [guest]);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect((await linkOf(tenantId, link.inviteId)).secret).toBe(link.secret);
  });
});
