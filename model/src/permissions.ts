/** Every right that a role can hold. Rules, operations and the interface ask for one of these, never for a role. */
export const permissions = [
  'profile:read',
  'tenant:read',
  'tenant:update',
  'tenant:export',
  'tenant:delete',
  'support:grant',
  'owner:manage',
  'member:read',
  'member:manage',
  'role:manage',
  'billing:read',
  'billing:manage',
  'product:read',
  'product:read-published',
  'product:write',
  'order:read',
  'order:read-own',
  'order:place',
  'order:manage',
  'order:cancel-own',
  'order:note',
  'usage:read',
  'audit:read',
] as const;

export type Permission = (typeof permissions)[number];

export function isPermission(value: unknown): value is Permission {
  return (permissions as readonly unknown[]).includes(value);
}
