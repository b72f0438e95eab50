import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { useMemo, useState } from 'react';
import { queries } from '../../../../shared/queries.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../../shared/tenant/use-tenant-live.ts';
import type { Known } from './rows.ts';

/** Who is in and who is asked already, as the team's page lists them. */
export function useKnown(): Known {
  const { tenantId } = useTenant();
  const team = useTenantQuery<MemberDocument>(queries.team(tenantId));
  const open = useTenantQuery<InviteDocument>(queries.invites(tenantId, ['open']));
  const [now] = useState(Date.now);
  return useMemo(() => {
    const members = team.state === 'ready' ? team.data : [];
    const invites = open.state === 'ready' ? open.data : [];
    const standing = invites.filter(({ expiresAt }) => expiresAt.toMillis() > now);
    return {
      members: new Set(members.map(({ email }) => email)),
      invited: new Set(standing.map(({ email }) => email)),
    };
  }, [team, open, now]);
}
