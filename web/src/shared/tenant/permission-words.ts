import { type Permission, permissions as all } from '@tenantry/model/permissions';
import { m } from '../../paraglide/messages.js';

type Words = { readonly name: () => string; readonly text: () => string };

/** What each right lets somebody do, in a shop's words. */
export const permissionWords = {
  'profile:read': { name: m.right_profile_read, text: m.right_profile_read_text },
  'tenant:read': { name: m.right_tenant_read, text: m.right_tenant_read_text },
  'tenant:update': { name: m.right_tenant_update, text: m.right_tenant_update_text },
  'tenant:export': { name: m.right_tenant_export, text: m.right_tenant_export_text },
  'tenant:delete': { name: m.right_tenant_delete, text: m.right_tenant_delete_text },
  'support:grant': { name: m.right_support_grant, text: m.right_support_grant_text },
  'owner:manage': { name: m.right_owner_manage, text: m.right_owner_manage_text },
  'member:read': { name: m.right_member_read, text: m.right_member_read_text },
  'member:manage': { name: m.right_member_manage, text: m.right_member_manage_text },
  'role:manage': { name: m.right_role_manage, text: m.right_role_manage_text },
  'billing:read': { name: m.right_billing_read, text: m.right_billing_read_text },
  'billing:manage': { name: m.right_billing_manage, text: m.right_billing_manage_text },
  'product:read': { name: m.right_product_read, text: m.right_product_read_text },
  'product:read-published': { name: m.right_product_read_published, text: m.right_product_read_published_text },
  'product:write': { name: m.right_product_write, text: m.right_product_write_text },
  'order:read': { name: m.right_order_read, text: m.right_order_read_text },
  'order:read-own': { name: m.right_order_read_own, text: m.right_order_read_own_text },
  'order:place': { name: m.right_order_place, text: m.right_order_place_text },
  'order:manage': { name: m.right_order_manage, text: m.right_order_manage_text },
  'order:cancel-own': { name: m.right_order_cancel_own, text: m.right_order_cancel_own_text },
  'order:note': { name: m.right_order_note, text: m.right_order_note_text },
  'usage:read': { name: m.right_usage_read, text: m.right_usage_read_text },
  'audit:read': { name: m.right_audit_read, text: m.right_audit_read_text },
} satisfies Record<Permission, Words>;

/** What rights are about, in the order of the page. */
export const permissionGroups = ['orders', 'products', 'people', 'business', 'records'] as const;
export type PermissionGroup = (typeof permissionGroups)[number];

export const groupNames = {
  orders: m.nav_orders,
  products: m.nav_products,
  people: m.rights_people,
  business: m.rights_business,
  records: m.rights_records,
} satisfies Record<PermissionGroup, () => string>;

const groupOf = {
  'order:read': 'orders',
  'order:manage': 'orders',
  'order:note': 'orders',
  'order:place': 'orders',
  'order:read-own': 'orders',
  'order:cancel-own': 'orders',
  'product:read': 'products',
  'product:write': 'products',
  'product:read-published': 'products',
  'member:read': 'people',
  'member:manage': 'people',
  'role:manage': 'people',
  'owner:manage': 'people',
  'profile:read': 'business',
  'tenant:read': 'business',
  'tenant:update': 'business',
  'support:grant': 'business',
  'tenant:export': 'business',
  'tenant:delete': 'business',
  'billing:read': 'records',
  'billing:manage': 'records',
  'usage:read': 'records',
  'audit:read': 'records',
} satisfies Record<Permission, PermissionGroup>;

/** The rights of a group, what one begins with first. */
export function inGroup(group: PermissionGroup): Permission[] {
  const ordered = Object.keys(groupOf) as Permission[];
  return ordered.filter((permission) => groupOf[permission] === group);
}

/** What rights are about, by name; the one that every role needs says nothing. */
export function groupsOf(permissions: readonly Permission[]): string[] {
  const told = all.filter((permission) => permission !== 'profile:read' && permissions.includes(permission));
  return permissionGroups
    .filter((group) => told.some((each) => groupOf[each] === group))
    .map((group) => groupNames[group]());
}
