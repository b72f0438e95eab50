import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { InviteDocument } from '@tenantry/model/documents/people';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import type { Row } from '../../../shared/live/source.ts';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { Table } from '../../../shared/ui/data/table.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import { InviteMail } from './invite-mail.tsx';
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
  // One query for both: each costs a read even when it finds nothing.
  const invites = useTenantQuery<InviteDocument>(queries.invites(tenantId, ['open', 'expired'], shown));
  const more = invites.state === 'ready' && invites.data.length === shown;
  return (
    <Card className="p-0 md:p-0">
      <h2 className="px-4 pt-4 pb-2 text-lead font-semibold">{m.invites_title()}</h2>
      <ListState
        live={invites}
        empty={<StatePanel title={m.invites_empty_title()}>{m.invites_empty_text()}</StatePanel>}
      >
        {(all) => {
          const found = all.filter((invite) => isNamed({ ...invite, displayName: '' }, search));
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
                  render: (invite) => <InviteActions invite={invite} />,
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

/** The schedule that marks invitations as expired may come later than their time. */
function isOpen({ status, expiresAt }: InviteDocument): boolean {
  return status === 'open' && expiresAt.toMillis() > Date.now();
}

function InviteActions({ invite: { id, email, role, status } }: { readonly invite: Row<InviteDocument> }) {
  const { tenantId, may } = useTenant();
  const { mayGive } = useRoles();
  if (!mayGive(role)) return null;
  const invite = { tenantId, inviteId: id };

  async function resend(): Promise<void> {
    await call('resendInvite', invite);
    toastDone(m.invite_sent({ email }));
  }
  async function revoke(): Promise<void> {
    await call('revokeInvite', invite);
    toastDone(m.invite_revoked({ email }), () => call('inviteMember', { tenantId, email, role }));
  }
  const failed = (error: unknown) => toastFailed(errorText(error));
  return (
    <span className="inline-flex justify-end gap-x-2 whitespace-nowrap max-md:flex-col max-md:items-end">
      {may('member:manage') && (
        <Button variant="quiet" onClick={() => resend().catch(failed)}>
          {m.invite_resend()}
        </Button>
      )}
      {status === 'open' && may('member:manage', 'release') && (
        <Button variant="quiet" onClick={() => revoke().catch(failed)}>
          {m.invite_revoke()}
        </Button>
      )}
    </span>
  );
}
