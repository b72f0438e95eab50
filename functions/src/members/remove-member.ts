import { memberOperation } from '../platform/operations/operation.ts';
import { openInvitesTo } from './invitations/open-invites-to.ts';
import { requireMayTouch } from './membership/grants.ts';
import { readMembershipMail, tellMember } from './mail/tell-member.ts';
import { changeMembership } from './membership/membership-changes.ts';
import { requireMemberByUid } from './membership/require-member.ts';

/**
 * Takes somebody out of the business. No token of theirs opens anything of it once this has answered, and no invitation
 * from before brings them back in by an address that is theirs.
 */
export const removeMember = memberOperation('removeMember', {
  permissions: ['member:manage'],
  gate: 'release',
  audited: true,
  async run(work) {
    const target = await requireMemberByUid(work.tx, work.input.uid);
    requireMayTouch(work.member.role, target.role, work.access.roles);
    const withdrawn = await openInvitesTo(work.tx, [target]);
    const { roles: _, ...told } = await readMembershipMail(work);
    await changeMembership(work, target, undefined, { withdrawn });
    tellMember(work, target, { kind: 'member-removed', data: told });
    work.audit({ action: 'member.removed', target: target.uid, details: { role: target.role } });
    return {};
  },
});
