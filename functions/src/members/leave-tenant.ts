import { takesSeat } from '@tenantry/model/roles';
import { memberOperation } from '../platform/operations/operation.ts';
import { changeMembership } from './membership/membership-changes.ts';

/** Leaves a business, in every status. The last owner can't. Customers come and go without an audit entry. */
export const leaveTenant = memberOperation('leaveTenant', {
  permissions: [],
  gate: 'always',
  audited: takesSeat,
  async run(work) {
    const { member, audit } = work;
    await changeMembership(work, member, undefined);
    if (takesSeat(member.role)) audit({ action: 'member.left', target: member.uid, details: { role: member.role } });
    return {};
  },
});
