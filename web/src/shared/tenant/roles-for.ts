import type { Permission } from '@tenantry/model/permissions';
import { canGrant, isBuiltInRole, memberRoles } from '@tenantry/model/roles';
import type { Definitions } from './rights.ts';
import { roleName } from './role-names.ts';

/** The roles of the business, as the person of the page may deal with them. */
export type Roles = {
  readonly definitions: Definitions;
  readonly nameOf: (role: string) => string;
  /** Whether the person holds all of a role, as giving, taking and changing it demands. */
  readonly mayGive: (role: string) => boolean;
  /** Those of the team that the person may give: built-in ones first, the one with the fewest rights before the others. */
  readonly given: readonly string[];
};

const teamRoles = memberRoles.filter((role) => role !== 'customer').toReversed();

type Person = { readonly role: string; readonly permissions: readonly Permission[] };

/** The roles of a business for somebody with this role, which holds these permissions. */
export function rolesFor({ role: own, permissions }: Person, definitions: Definitions): Roles {
  const ownRights = isBuiltInRole(own) ? {} : { [own]: permissions };
  const defined = Object.entries(definitions).map(([key, definition]) => [key, definition.permissions] as const);
  const custom = { ...Object.fromEntries(defined), ...ownRights };
  const mayGive = (role: string): boolean => canGrant(own, role, custom);
  const nameOf = (role: string): string => roleName(role, definitions);
  const keys = Object.keys(definitions).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return { definitions, nameOf, mayGive, given: [...teamRoles, ...keys].filter(mayGive) };
}
