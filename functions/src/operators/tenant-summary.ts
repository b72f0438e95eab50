import { hasFeature } from '@tenantry/model/plans';
import type { TenantSummary } from '@tenantry/model/operations/operators';
import type { Standing } from '../platform/data/tenants/across-tenants.ts';
import { fromStored } from '../platform/data/stored-access.ts';
import { isDoorOpen, isInside } from '../support/support-door.ts';

/** A tenant as an operator sees it in the console; `undefined` for one that is being made or purged. */
export function summaryOf(
  { tenantId, placement, tenant, access: stored }: Standing,
  uid: string,
  now: Date,
): TenantSummary | undefined {
  if (!tenant || !stored) return undefined;
  const access = fromStored(stored);
  return {
    tenantId,
    slug: placement.slug,
    name: tenant.name,
    plan: tenant.plan,
    status: access.status,
    operatorHold: access.holds.operator,
    createdAt: placement.createdAt.toDate().toISOString(),
    supportDoor: isDoorOpen(access, now)
      ? {
          until: new Date(access.supportUntil).toISOString(),
          scope: access.supportScope,
          reason: tenant.supportDoor?.reason ?? '',
          inside: isInside(access, uid, now),
          priority: hasFeature(access, 'priority-support'),
        }
      : null,
  };
}
