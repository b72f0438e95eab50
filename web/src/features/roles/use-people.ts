import type { MemberDocument } from '@tenantry/model/documents/people';
import { queries } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';

/** How many of the team have a role; `undefined` while nobody knows, and for who may not see the team. */
export function usePeopleAs(): (role: string) => number | undefined {
  const { tenantId, can } = useTenant();
  const team = useTenantQuery<MemberDocument>(can('member:read') ? queries.team(tenantId) : undefined);
  const roles = team.state === 'ready' ? team.data.map(({ role }) => role) : undefined;
  return (role) => roles?.filter((each) => each === role).length;
}
