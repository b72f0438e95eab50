import { tenantDocuments } from '../../platform/data/documents.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { invitationMail, readOwnTenant } from './invitation-mail.ts';
import {
  alreadyInvited,
  expiryFrom,
  hasExpired,
  markExpired,
  membersOf,
  openInvitesOf,
  requireInvite,
  requireNewcomer,
  requireUnfinished,
} from './invitations.ts';
import { requireMayGrant } from '../membership/grants.ts';
import { inviteSeats, planSeats } from '../membership/seats.ts';

/**
 * Sends an invitation again, one that has run out too: a new link for another seven days, and the old link is
 * dead. Whoever resends it answers for it from now on, as if they had sent it.
 */
export const resendInvite = memberOperation('resendInvite', {
  permissions: ['member:manage'],
  gate: 'work',
  audited: true,
  async run(work) {
    const { tx, access, tenantId, member, input, now } = work;
    const { inviteId } = input;
    const invite = await requireInvite(tx, inviteId);
    requireMayGrant(member.role, invite.role, access.roles);
    requireUnfinished(invite);
    const { email, role, message } = invite;
    requireNewcomer(await membersOf(tx, email), role);
    const others = (await openInvitesOf(tx, email)).filter(({ id }) => id !== inviteId);
    if (others.some(({ data }) => !hasExpired(data, now))) throw alreadyInvited();

    const generation = invite.generation + 1;
    const tenant = await readOwnTenant(tx);
    const mail = invitationMail(tenant, { tenantId, inviteId, generation, email, role, message }, member);
    const writeSeats = await planSeats(
      tx,
      // One that stands as open holds its seat still, also when it has run out.
      ...(invite.status === 'open' ? [] : [inviteSeats(role, 1)]),
      ...others.map(({ data }) => inviteSeats(data.role, -1)),
    );
    for (const { id, data } of others) markExpired(work, id, data);
    tx.update(tenantDocuments.invite(inviteId), {
      status: 'open',
      generation,
      expiresAt: expiryFrom(now),
      invitedBy: member.uid,
    });
    writeSeats();
    work.audit({ action: 'invite.resent', target: inviteId, details: { role, generation } });
    work.mail(mail);
    return {};
  },
});
