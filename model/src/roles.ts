import type { Permission } from './permissions.ts';

/** Roles that a membership can carry without being defined by a tenant. */
export const memberRoles = ['owner', 'admin', 'member', 'viewer', 'customer'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Scopes of the support door. They are roles of the table, but no membership or claim ever carries one. */
export const supportRoles = ['support', 'support-people'] as const;
export type SupportRole = (typeof supportRoles)[number];

export const builtInRoles = [...memberRoles, ...supportRoles] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

/** A role as a membership or a claim names it: built in, or the key of a role that the tenant defined. */
export type RoleKey = string;

/** Definitions of a tenant's own roles, as `tenants/{t}/system/access.roles` holds them. */
export type CustomRoles = Readonly<Record<RoleKey, readonly Permission[]>>;

/**
 * Who holds what. A new permission fails to compile until this table decides it for every role.
 * The lists of roles in `firestore.rules` are generated from it.
 */
const holders = {
  'profile:read': ['owner', 'admin', 'member', 'viewer', 'customer', 'support', 'support-people'],
  'tenant:read': ['owner', 'admin', 'member', 'viewer', 'support', 'support-people'],
  'tenant:update': ['owner', 'admin'],
  'tenant:export': ['owner'],
  'tenant:delete': ['owner'],
  'support:grant': ['owner'],
  'owner:manage': ['owner'],
  'member:read': ['owner', 'admin', 'member', 'viewer', 'support-people'],
  'member:manage': ['owner', 'admin'],
  'role:manage': ['owner', 'admin'],
  'billing:read': ['owner', 'admin'],
  'billing:manage': ['owner'],
  'product:read': ['owner', 'admin', 'member', 'viewer', 'support', 'support-people'],
  'product:read-published': ['owner', 'admin', 'member', 'viewer', 'customer', 'support', 'support-people'],
  'product:write': ['owner', 'admin', 'member'],
  'order:read': ['owner', 'admin', 'member', 'viewer', 'support-people'],
  'order:read-own': ['owner', 'admin', 'member', 'viewer', 'customer'],
  'order:place': ['owner', 'admin', 'member', 'customer'],
  'order:manage': ['owner', 'admin', 'member'],
  'order:cancel-own': ['owner', 'admin', 'member', 'customer'],
  'order:note': ['owner', 'admin', 'member'],
  'usage:read': ['owner', 'admin'],
  'audit:read': ['owner', 'admin', 'support', 'support-people'],
} as const satisfies Record<Permission, readonly BuiltInRole[]>;

const holdersOf: Record<Permission, readonly BuiltInRole[]> = holders;

/** The built-in roles that hold a permission, in the order of the table. */
export function rolesHolding(permission: Permission): readonly BuiltInRole[] {
  return holdersOf[permission];
}

/** The permissions of a role; none for a role that neither is built in nor defined in `customRoles`. */
export function permissionsOf(role: RoleKey, customRoles: CustomRoles = {}): readonly Permission[] {
  if (isBuiltInRole(role)) {
    return (Object.keys(holdersOf) as Permission[]).filter((permission) => holdersOf[permission].includes(role));
  }
  return Object.hasOwn(customRoles, role) ? (customRoles[role] ?? []) : [];
}

/** Whether a role holds a permission. Built-in roles never consult the tenant's own definitions. */
export function can(role: RoleKey, permission: Permission, customRoles: CustomRoles = {}): boolean {
  if (isBuiltInRole(role)) return holdersOf[permission].includes(role);
  return permissionsOf(role, customRoles).includes(permission);
}

/** Whether somebody with role `granter` may give, take or change role `role`: they hold all of it. */
export function canGrant(granter: RoleKey, role: RoleKey, customRoles: CustomRoles = {}): boolean {
  if (!isMemberRole(role) && !Object.hasOwn(customRoles, role)) return false;
  if (role === 'owner') return can(granter, 'owner:manage', customRoles);
  return permissionsOf(role, customRoles).every((permission) => can(granter, permission, customRoles));
}

export function isBuiltInRole(role: string): role is BuiltInRole {
  return (builtInRoles as readonly string[]).includes(role);
}

export function isMemberRole(role: string): role is MemberRole {
  return (memberRoles as readonly string[]).includes(role);
}

/** Customers and support take no seat; every other role does. */
export function takesSeat(role: RoleKey): boolean {
  return role !== 'customer' && !(supportRoles as readonly string[]).includes(role);
}

/** What a custom role may hold: a subset of what an admin holds. */
export const grantableToCustomRoles: readonly Permission[] = permissionsOf('admin');

/** More roles than these a tenant can't define: their definitions lie in the document that judges every request. */
export const customRolesAtMost = 100;

/** More people than these are given another role by hand before theirs is deleted: one transaction changes all of them. */
export const peopleMovedAtMost = 400;

/** A key of a custom role; built-in names are refused beside this pattern. */
export const customRoleKeyPattern = /^[a-z][a-z0-9-]{1,19}$/;
