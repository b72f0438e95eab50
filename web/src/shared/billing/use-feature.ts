import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { type Feature, hasFeature } from '@tenantry/model/plans';
import { useTenant } from '../tenant/tenant.ts';
import { useTenantDocument } from '../tenant/use-tenant-live.ts';

/**
 * Whether the business has a feature now, by its plan or by what the platform gave it; `undefined` until that is known, and
 * for whoever may not know.
 */
export function useFeature(feature: Feature): boolean | undefined {
  const { can } = useTenant();
  const tenant = useTenantDocument<TenantDocument>(can('tenant:read') ? tenantPaths.self() : undefined);
  return tenant.state === 'ready' ? hasFeature(tenant.data, feature) : undefined;
}
