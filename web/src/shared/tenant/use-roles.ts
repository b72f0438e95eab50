import { useMemo } from 'react';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { canGrant, isBuiltInRole, memberRoles } from '@tenantry/model/roles';
import type { Definitions } from './rights.ts';
import { roleName } from './role-names.ts';
import { type Tenant, useTenant } from './tenant.ts';
import { useTenantDocument } from './use-tenant-live.ts';

/** The roles of the business, as the person of the page may deal with them. */
export type Roles = {
  readonly definitions: Definitions;
  readonly nameOf: (role: string) => string;
  /** Whether the person holds all of a role, as giving, taking and changing it demands. */
  readonly mayGive: (role: string) => boolean;
  /** Those of the team that the person may give: built-in ones first, the one with the fewest rights before the others. */
  readonly given: readonly string[];
};

const none: Definitions = {};
const teamRoles = memberRoles.filter((role) => role !== 'customer').toReversed();

/** For a page that names or gives roles; definitions are read where the person may. */
export function useRoles(): Roles {
  const { can, role, permissions } = useTenant();
  const tenant = useTenantDocument<TenantDocument>(can('tenant:read') ? tenantPaths.self() : undefined);
  const definitions = (tenant.state === 'ready' ? tenant.data.roles : undefined) ?? none;
  return useMemo(() => rolesFor({ role, permissions }, definitions), [role, permissions, definitions]);
}

export function rolesFor(
  { role: own, permissions }: Pick<Tenant, 'role' | 'permissions'>,
  definitions: Definitions,
): Roles {
  const ownRights = isBuiltInRole(own) ? {} : { [own]: permissions };
  const defined = Object.entries(definitions).map(([key, definition]) => [key, definition.permissions] as const);
  const custom = { ...Object.fromEntries(defined), ...ownRights };
  const mayGive = (role: string): boolean => canGrant(own, role, custom);
  const nameOf = (role: string): string => roleName(role, definitions);
  const keys = Object.keys(definitions).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return { definitions, nameOf, mayGive, given: [...teamRoles, ...keys].filter(mayGive) };
}
