import { describe, expect, test } from 'vitest';
import { storedClaims } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newPerson, newTenant } from '../../support/people.ts';
import { hire, invite, readInvite, roleOf, seatsOf } from '../../support/staff.ts';

async function expectInStep(tenantId: string, uid: string, role: unknown): Promise<void> {
  expect((await storedClaims(uid)).tenants[tenantId]?.[0]).toBe(role);
  const { counted, present } = await seatsOf(tenantId);
  expect(counted).toEqual(present);
}

describe('while an invitation is accepted', () => {
  test('its inviter is demoted: in before it, or not at all', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { owner, tenantId } = await newTenant();
      const admin = await hire(owner, tenantId, 'admin');
      const guest = await newPerson();
      const link = await invite(admin, tenantId, guest.email, 'member');
      const [accepted] = await Promise.all([
        guest.try('acceptInvite', link),
        owner.call('setMemberRole', { tenantId, uid: admin.uid, role: 'member' }),
      ]);
      expect(['ok', 'invite-revoked']).toContain(outcomes([accepted])[0]);
      expect((await readInvite(tenantId, link.inviteId)).status).toBe(accepted.ok ? 'accepted' : 'revoked');
      const role = await roleOf(tenantId, guest);
      expect(role).toBe(accepted.ok ? 'member' : undefined);
      await expectInStep(tenantId, guest.uid, role);
    }
  });

  test('the same address is in a list that another admin sends: one membership, and no invitation left open', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { owner, tenantId } = await newTenant();
      const admin = await hire(owner, tenantId, 'admin');
      const guest = await newPerson();
      const link = await invite(owner, tenantId, guest.email, 'member');
      const [, list] = await Promise.all([
        guest.call('acceptInvite', link),
        admin.call('inviteMembers', { tenantId, invites: [{ email: guest.email, role: 'viewer' }] }),
      ]);
      expect(['already-member', 'already-invited']).toContain((list.answers[0] as { reason?: string }).reason);
      expect(await roleOf(tenantId, guest)).toBe('member');
      expect((await seatsOf(tenantId)).counted).toEqual({ used: 3, invited: 0, owners: 1 });
      await expectInStep(tenantId, guest.uid, 'member');
    }
  });
});
