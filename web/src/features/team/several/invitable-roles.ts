import type { Roles } from '../../../shared/tenant/roles-for.ts';
import { roleOptions } from '../assignable-roles.ts';

/** The roles that somebody may invite to, for a select: those of the team, and customers, who take no seat. */
export function invitableRoles(roles: Roles): { value: string; label: string }[] {
  const customer = { value: 'customer', label: roles.nameOf('customer') };
  return [...roleOptions(roles), ...(roles.mayGive('customer') ? [customer] : [])];
}
