import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import type { Live } from '../../shared/live/listeners.ts';
import type { Row } from '../../shared/live/source.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';

/** The business as its own people see it: plan, features, roles. */
export function useBusiness(): Live<Row<TenantDocument>> {
  return useTenantDocument<TenantDocument>(tenantPaths.self());
}
