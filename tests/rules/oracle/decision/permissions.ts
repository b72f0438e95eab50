import type { Permission } from '@tenantry/model/permissions';

/** Typed from design, section 4, by hand: the table that the rules are generated from is not asked. */
type Column = 'owner' | 'admin' | 'member' | 'viewer' | 'customer' | 'support' | 'support-people';

const ownerAlone: readonly Column[] = ['owner'];
const heads: readonly Column[] = ['owner', 'admin'];
const hands: readonly Column[] = ['owner', 'admin', 'member'];
const staff: readonly Column[] = ['owner', 'admin', 'member', 'viewer'];
const shoppers: readonly Column[] = ['owner', 'admin', 'member', 'customer'];

const holders: Readonly<Record<Permission, readonly Column[]>> = {
  'profile:read': [...staff, 'customer', 'support', 'support-people'],
  'tenant:read': [...staff, 'support', 'support-people'],
  'tenant:update': heads,
  'tenant:export': ownerAlone,
  'tenant:delete': ownerAlone,
  'support:grant': ownerAlone,
  'owner:manage': ownerAlone,
  'member:read': [...staff, 'support-people'],
  'member:manage': heads,
  'role:manage': heads,
  'billing:read': heads,
  'billing:manage': ownerAlone,
  'product:read': [...staff, 'support', 'support-people'],
  'product:read-published': [...staff, 'customer', 'support', 'support-people'],
  'product:write': hands,
  'order:read': [...staff, 'support-people'],
  'order:read-own': [...staff, 'customer'],
  'order:place': shoppers,
  'order:manage': hands,
  'order:cancel-own': shoppers,
  'order:note': hands,
  'usage:read': heads,
  'audit:read': [...heads, 'support', 'support-people'],
};

const memberColumns: readonly string[] = ['owner', 'admin', 'member', 'viewer', 'customer'];
const doorColumns: readonly string[] = ['support', 'support-people'];

/** Whether a name is one of the seven that no tenant can define. */
export function isBuiltIn(role: string): boolean {
  return memberColumns.includes(role) || doorColumns.includes(role);
}

/** What a member with one of the five roles of members may: no claim makes a supporter. */
export function memberMay(role: string, permission: Permission): boolean {
  return memberColumns.includes(role) && (holders[permission] as readonly string[]).includes(role);
}

/** What an operator inside may, by the scope of the door. */
export function supporterMay(scope: unknown, permission: Permission): boolean {
  return (
    typeof scope === 'string' &&
    doorColumns.includes(scope) &&
    (holders[permission] as readonly string[]).includes(scope)
  );
}
