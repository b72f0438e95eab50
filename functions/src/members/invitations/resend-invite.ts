import { tenantDocuments } from '../../platform/data/documents.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { invitationMail, readOwnTenant } from './invitation-mail.ts';
import {
  alreadyInvited,
  expiryFrom,
  hasExpired,
  invitesOf,
  markExpired,
  membersOf,
  requireInvite,
  requireNewcomer,
  requireUnfinished,
  standsOpen,
} from './invitations.ts';
import { mailedOnceMore, readAllowance } from './mail-allowance.ts';
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
    const [known, invites, tenant] = await Promise.all([membersOf(tx, email), invitesOf(tx, email), readOwnTenant(tx)]);
    requireNewcomer(known, role);
    const others = invites.filter((each) => each.id !== inviteId && standsOpen(each));
    if (others.some(({ data }) => !hasExpired(data, now))) throw alreadyInvited();

    const allowance = await readAllowance(work, tenant);
    const counted = { stranger: known.length === 0, invites };
    allowance.judge(counted);
    const generation = invite.generation + 1;
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
      mailed: mailedOnceMore(invite, now),
    });
    writeSeats();
    allowance.take(counted);
    allowance.write();
    work.audit({ action: 'invite.resent', target: inviteId, details: { role, generation } });
    work.mail(mail);
    return {};
  },
});
