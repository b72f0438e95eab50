import { randomUUID } from 'node:crypto';
import { normalizeEmail } from '@tenantry/model/formats';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { invitationMail } from './invitation-mail.ts';
import { alreadyInvited, expiryFrom, hasExpired, markExpired, openInvitesOf, requireNewcomer } from './invitations.ts';
import { requireMayGrant } from '../membership/grants.ts';
import { inviteSeats, planSeats } from '../membership/seats.ts';

/** Invites an address to a role that the inviter holds all of. The invitation takes its seat at once. */
export const inviteMember = memberOperation('inviteMember', {
  permissions: ['member:manage'],
  gate: 'work',
  audited: true,
  async run(work) {
    const { tx, access, tenantId, member, input, now } = work;
    const { role, message = '' } = input;
    requireMayGrant(member.role, role, access.roles);
    const email = normalizeEmail(input.email);
    await requireNewcomer(tx, email, role);
    const standing = await openInvitesOf(tx, email);
    if (standing.some(({ data }) => !hasExpired(data, now))) throw alreadyInvited();

    const inviteId = randomUUID();
    const mail = await invitationMail(tx, { tenantId, inviteId, generation: 1, email, role, message }, member);
    const writeSeats = await planSeats(
      tx,
      inviteSeats(role, 1),
      ...standing.map(({ data }) => inviteSeats(data.role, -1)),
    );
    for (const { id, data } of standing) markExpired(work, id, data);
    tx.create(tenantDocuments.invite(inviteId), {
      email,
      role,
      status: 'open',
      message,
      createdAt: instantOf(now),
      expiresAt: expiryFrom(now),
      invitedBy: member.uid,
      generation: 1,
      acceptedBy: null,
    });
    writeSeats();
    work.audit({ action: 'invite.sent', target: inviteId, details: { role } });
    work.mail(mail);
    return { inviteId };
  },
});
