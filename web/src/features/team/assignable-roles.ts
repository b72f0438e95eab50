import { canGrant, type MemberRole, memberRoles } from '@tenantry/model/roles';
import { roleName } from '../../shared/tenant/role-names.ts';

const teamRoles = memberRoles.filter((role) => role !== 'customer');

/** The roles of a team that somebody with role `own` may give, the one with the fewest rights first. */
export function assignableRoles(own: string): MemberRole[] {
  return teamRoles.filter((role) => canGrant(own, role)).toReversed();
}

export function roleOptions(own: string): { value: MemberRole; label: string }[] {
  return assignableRoles(own).map((role) => ({ value: role, label: roleName(role) }));
}
