import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { featuresOf, type Plan, plans } from '@tenantry/model/plans';
import type { Live } from '../../shared/live/listeners.ts';
import type { Row } from '../../shared/live/source.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';

/** The business as its own people see it: plan, features, roles. */
export function useBusiness(): Live<Row<TenantDocument>> {
  return useTenantDocument<TenantDocument>(tenantPaths.self());
}

/** Whether the business may define roles and add to them; without that they can only be narrowed. */
export function hasOwnRoles({ features }: Pick<TenantDocument, 'features'>): boolean {
  return features.includes('custom-roles');
}

/** The smallest plan with roles of one's own. */
export function planWithRoles(): Plan | undefined {
  return plans.find((plan) => featuresOf(plan).includes('custom-roles'));
}
