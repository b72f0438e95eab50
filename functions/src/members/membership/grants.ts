import { can, canGrant, type CustomRoles, permissionsOf, type RoleKey } from '@tenantry/model/roles';
import { denied, Refusal } from '../../platform/operations/errors.ts';

/** Whether `role` is one that people can be given: built in for members, or defined by the tenant. */
function exists(role: RoleKey, roles: CustomRoles): boolean {
  // An owner can grant whatever there is to grant.
  return canGrant('owner', role, roles);
}

/** Whether somebody with role `granter` may bring people in as `role`: they manage people, and hold all of it. */
export function mayGrant(granter: RoleKey, role: RoleKey, roles: CustomRoles): boolean {
  return can(granter, 'member:manage', roles) && canGrant(granter, role, roles);
}

/** Whether every permission of `role` is one of `holder`'s. A role that is no longer defined has none. */
export function holdsAllOf(holder: RoleKey, role: RoleKey, roles: CustomRoles): boolean {
  return permissionsOf(role, roles).every((permission) => can(holder, permission, roles));
}

/** Throws `input` when there is no such role to give, and `denied` when the granter may not give it. */
export function requireMayGrant(granter: RoleKey, role: RoleKey, roles: CustomRoles): void {
  if (!exists(role, roles)) {
    const message = 'There is no such role in this business.';
    throw new Refusal('input', message, { issues: [{ path: 'role', code: 'unknown-role', message }] });
  }
  if (!mayGrant(granter, role, roles)) throw denied();
}

/** Throws `denied` unless the actor holds every permission of somebody's present role. */
export function requireMayTouch(actor: RoleKey, present: RoleKey, roles: CustomRoles): void {
  if (!holdsAllOf(actor, present, roles)) throw denied();
}
