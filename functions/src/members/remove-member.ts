import { memberOperation } from '../platform/operations/operation.ts';
import { requireMayTouch } from './membership/grants.ts';
import { changeMembership } from './membership/membership-changes.ts';
import { requireMemberByUid } from './membership/require-member.ts';

/** Takes somebody out of the business. No token of theirs opens anything of it once this has answered. */
export const removeMember = memberOperation('removeMember', {
  permissions: ['member:manage'],
  gate: 'release',
  audited: true,
  async run(work) {
    const target = await requireMemberByUid(work.tx, work.input.uid);
    requireMayTouch(work.member.role, target.role, work.access.roles);
    await changeMembership(work, target, undefined);
    work.audit({ action: 'member.removed', target: target.uid, details: { role: target.role } });
    return {};
  },
});
