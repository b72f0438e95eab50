import { memberOperation } from '../platform/operations/operation.ts';
import { openInvitesOf } from './invitations.ts';
import { requireMayTouch } from './membership/grants.ts';
import { changeMembership } from './membership/membership-changes.ts';
import { requireMemberByUid } from './membership/require-member.ts';

/**
 * Takes somebody out of the business. No token of theirs opens anything of it once this has answered, and no invitation
 * that a customer had been sent brings them back in.
 */
export const removeMember = memberOperation('removeMember', {
  permissions: ['member:manage'],
  gate: 'release',
  audited: true,
  async run(work) {
    const target = await requireMemberByUid(work.tx, work.input.uid);
    requireMayTouch(work.member.role, target.role, work.access.roles);
    const withdrawn = await openInvitesOf(work.tx, target.email);
    await changeMembership(work, target, undefined, { withdrawn });
    work.audit({ action: 'member.removed', target: target.uid, details: { role: target.role } });
    return {};
  },
});
