import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { takesSeat } from '@tenantry/model/roles';
import { queries } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';

export type Seats = {
  /** People of the team: for these one pays. */
  readonly people: number;
  /** Open invitations into the team: these count for the limit as well. */
  readonly invited: number;
};

/** The seats that are taken, as the team's page counts them; `undefined` until that is known and for whoever may not know. */
export function useSeats(): Seats | undefined {
  const { tenantId, can } = useTenant();
  const knowable = can('member:read') && can('member:manage');
  const team = useTenantQuery<MemberDocument>(knowable ? queries.team(tenantId) : undefined);
  const invites = useTenantQuery<InviteDocument>(knowable ? queries.invites(tenantId, ['open']) : undefined);
  if (team.state !== 'ready' || (invites.state !== 'ready' && invites.state !== 'empty')) return undefined;
  const asked = invites.state === 'ready' ? invites.data : [];
  return { people: team.data.length, invited: asked.filter(({ role }) => takesSeat(role)).length };
}
