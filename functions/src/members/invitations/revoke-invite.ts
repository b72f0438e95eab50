import { tenantDocuments } from '../../platform/data/documents.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { requireInvite, requireUnfinished } from './invitations.ts';
import { requireMayTouch } from '../membership/grants.ts';
import { inviteSeats, planSeats } from '../membership/seats.ts';

/** Withdraws an invitation: its link is dead at once and its seat is free. */
export const revokeInvite = memberOperation('revokeInvite', {
  permissions: ['member:manage'],
  gate: 'work',
  audited: true,
  async run({ tx, access, member, input, audit }) {
    const invite = await requireInvite(tx, input.inviteId);
    requireMayTouch(member.role, invite.role, access.roles);
    requireUnfinished(invite);
    const writeSeats = await planSeats(tx, ...(invite.status === 'open' ? [inviteSeats(invite.role, -1)] : []));
    tx.update(tenantDocuments.invite(input.inviteId), { status: 'revoked' });
    writeSeats();
    audit({ action: 'invite.revoked', target: input.inviteId, details: { role: invite.role } });
    return {};
  },
});
