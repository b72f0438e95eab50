import { useMemo } from 'react';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import type { Definitions } from './rights.ts';
import { type Roles, rolesFor } from './roles-for.ts';
import { useTenant } from './tenant.ts';
import { useTenantDocument } from './use-tenant-live.ts';

const none: Definitions = {};

/** For a page that names or gives roles; definitions are read where the person may. */
export function useRoles(): Roles {
  const { can, role, permissions } = useTenant();
  const tenant = useTenantDocument<TenantDocument>(can('tenant:read') ? tenantPaths.self() : undefined);
  const definitions = (tenant.state === 'ready' ? tenant.data.roles : undefined) ?? none;
  return useMemo(() => rolesFor({ role, permissions }, definitions), [role, permissions, definitions]);
}
