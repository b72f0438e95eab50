import { type Permission, permissions as all } from '@tenantry/model/permissions';

/** Without the second the first opens nothing: who changes products has to see them. Everything needs the way in. */
const needs: Partial<Record<Permission, readonly Permission[]>> = {
  'tenant:update': ['tenant:read'],
  'member:manage': ['member:read'],
  'role:manage': ['tenant:read', 'member:read'],
  'product:write': ['product:read'],
  'order:manage': ['order:read'],
  'order:note': ['order:read'],
  'order:place': ['product:read-published'],
  'order:cancel-own': ['order:read-own'],
};
const base: Permission = 'profile:read';

function neededBy(permission: Permission): readonly Permission[] {
  return permission === base ? [] : [base, ...(needs[permission] ?? [])];
}

/** What a role holds with one right more, and with what that one is nothing without, as far as it may be given. */
export function withPermission(
  held: readonly Permission[],
  permission: Permission,
  mayGive: (permission: Permission) => boolean,
): Permission[] {
  const wanted = [permission, ...neededBy(permission).filter(mayGive)];
  return all.filter((each) => held.includes(each) || wanted.includes(each));
}

/** What it holds with one right less, and without what is nothing without that one. */
export function withoutPermission(held: readonly Permission[], permission: Permission): Permission[] {
  return all.filter((each) => held.includes(each) && each !== permission && !neededBy(each).includes(permission));
}
