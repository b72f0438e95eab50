import { requireStatus } from '../platform/operations/member-call.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { holdsAllOf, requireMayGrant, requireMayTouch } from './membership/grants.ts';
import { readMembershipMail, roleInMail, tellMember } from './mail/tell-member.ts';
import { changeMembership } from './membership/membership-changes.ts';
import { requireMemberByUid } from './membership/require-member.ts';

/**
 * Gives somebody another role; an owner may make another owner. What the person could do before ends with the commit.
 * While the business is read-only, a role may only shrink.
 */
export const setMemberRole = memberOperation('setMemberRole', {
  permissions: ['member:manage'],
  gate: 'release',
  audited: true,
  async run(work) {
    const { tx, access, member, input } = work;
    const target = await requireMemberByUid(tx, input.uid);
    const { roles, ...told } = await readMembershipMail(work);
    requireMayTouch(member.role, target.role, access.roles);
    requireMayGrant(member.role, input.role, access.roles);
    if (!holdsAllOf(target.role, input.role, access.roles)) requireStatus('work', access.status);
    // The same role again, as after a lost answer, ends nobody's session.
    if (target.role !== input.role) {
      await changeMembership(work, target, input.role);
      const role = roleInMail(roles, input.role);
      tellMember(work, target, { kind: 'role-changed', data: { ...told, role } });
    }
    work.audit({
      action: 'member.role-set',
      target: target.uid,
      details: { before: target.role, after: input.role },
    });
    return {};
  },
});
