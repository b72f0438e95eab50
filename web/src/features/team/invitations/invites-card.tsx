import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { InviteDocument } from '@tenantry/model/documents/people';
import { m } from '../../../paraglide/messages.js';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { Table } from '../../../shared/ui/data/table.tsx';
import { InviteActions } from './invite-actions.tsx';
import { InviteMail } from './invite-mail.tsx';
import { useWithdrawn } from './use-withdrawn.ts';
import { isNamed } from '../team-search.ts';

const route = getRouteApi('/t/$slug/team');

/** So many are read at first, and so many more each time. */
const step = 100;

/** Who was asked and has not come yet; an invitation that ran out can be sent again. */
export function InvitesCard() {
  const { tenantId, moment } = useTenant();
  const { nameOf } = useRoles();
  const search = route.useSearch();
  const [shown, setShown] = useState(step);
  const { isWithdrawn, withdraw } = useWithdrawn();
  // One query for both: each costs a read even when it finds nothing.
  const invites = useTenantQuery<InviteDocument>(queries.invites(tenantId, ['open', 'expired'], shown));
  const more = invites.state === 'ready' && invites.data.length === shown;
  return (
    <Card className="p-0 md:p-0">
      <h2 className="px-4 pt-4 pb-2 text-lead font-semibold">{m.invites_title()}</h2>
      <ListState live={invites} empty={<NobodyInvited />}>
        {(all) => {
          const standing = all.filter(({ id }) => !isWithdrawn(id));
          if (standing.length === 0) return <NobodyInvited />;
          const found = standing.filter((invite) => isNamed({ ...invite, displayName: '' }, search));
          if (found.length === 0) return <StatePanel title={m.team_nobody_found()} />;
          return (
            <Table
              caption={m.invites_title()}
              rows={found.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'email',
                  label: m.field_email(),
                  main: true,
                  render: ({ email }) => <span className="wrap-anywhere">{email}</span>,
                },
                { key: 'role', label: m.field_role(), render: ({ role }) => <Badge>{nameOf(role)}</Badge> },
                { key: 'mail', label: m.invites_mail(), render: (invite) => <InviteMail invite={invite} /> },
                {
                  key: 'until',
                  label: m.invites_until(),
                  render: (invite) =>
                    isOpen(invite) ? (
                      <span className="text-muted md:whitespace-nowrap">
                        <span className="md:hidden">{m.invites_until()} </span>
                        {moment(invite.expiresAt)}
                      </span>
                    ) : (
                      <Badge tone="warn">{m.invites_expired()}</Badge>
                    ),
                },
                {
                  key: 'actions',
                  label: m.field_actions(),
                  align: 'end',
                  render: (invite) => <InviteActions invite={invite} onWithdraw={() => withdraw(invite)} />,
                },
              ]}
            />
          );
        }}
      </ListState>
      {more && (
        <div className="flex justify-center border-t border-line p-4">
          <Button variant="outline" onClick={() => setShown(shown + step)}>
            {m.invites_older()}
          </Button>
        </div>
      )}
    </Card>
  );
}

function NobodyInvited() {
  return <StatePanel title={m.invites_empty_title()}>{m.invites_empty_text()}</StatePanel>;
}

/** The schedule that marks invitations as expired may come later than their time. */
function isOpen({ status, expiresAt }: InviteDocument): boolean {
  return status === 'open' && expiresAt.toMillis() > Date.now();
}
