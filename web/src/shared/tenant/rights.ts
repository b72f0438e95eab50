import type { RoleDefinition } from '@tenantry/model/documents/tenants';
import type { Permission } from '@tenantry/model/permissions';
import { isBuiltInRole, permissionsOf } from '@tenantry/model/roles';
import type { Standing } from '../access/tenant-access.ts';

/** The roles of the business's own, by key. */
export type Definitions = Readonly<Record<string, RoleDefinition>>;

/**
 * What a role holds as far as the page knows, `undefined` while it doesn't: a built-in one by the table; one of the
 * business's own by its definition, which is live where it can be read, or else by what the server said last.
 */
export function knownRights(
  role: string,
  standing: Standing,
  definitions: Definitions = {},
): readonly Permission[] | undefined {
  if (isBuiltInRole(role)) return permissionsOf(role);
  if (Object.hasOwn(definitions, role)) return definitions[role]?.permissions;
  return toldRights(role, standing);
}

/** What the server said that this role holds; nothing when it spoke of another one. */
export function toldRights(role: string, standing: Standing): readonly Permission[] | undefined {
  return standing.kind === 'member' && standing.role === role ? standing.permissions : undefined;
}
