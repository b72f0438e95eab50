import type { MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../paraglide/messages.js';
import { queries } from '../../shared/queries.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { Badge } from '../../shared/ui/basics/badge.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { aboveRowLinkClass, Table } from '../../shared/ui/data/table.tsx';
import { MemberMenu } from './member-menu.tsx';

export function MembersCard() {
  const { tenantId, day } = useTenant();
  const { uid } = usePerson();
  const { nameOf } = useRoles();
  const team = useTenantQuery<MemberDocument>(queries.team(tenantId));
  return (
    <Card className="p-0 md:p-0">
      <ListState live={team} empty={<StatePanel title={m.team_empty()} />}>
        {(members) => (
          <Table
            caption={m.nav_team()}
            rows={members.toSorted((a, b) => a.joinedAt.toMillis() - b.joinedAt.toMillis())}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: m.field_name(),
                main: true,
                render: ({ id, displayName, email }) => (
                  <>
                    {displayName || email}
                    {id === uid && <span className="ml-2 font-normal text-muted">{m.team_you()}</span>}
                    {displayName && <span className="block text-small font-normal text-muted">{email}</span>}
                  </>
                ),
              },
              { key: 'role', label: m.field_role(), render: ({ role }) => <Badge>{nameOf(role)}</Badge> },
              {
                key: 'since',
                label: m.field_since(),
                wideOnly: true,
                render: ({ joinedAt }) => <span className="text-muted">{day(joinedAt)}</span>,
              },
              {
                key: 'menu',
                label: m.field_actions(),
                align: 'end',
                render: (member) => (
                  <span className={aboveRowLinkClass}>
                    <MemberMenu member={member} />
                  </span>
                ),
              },
            ]}
          />
        )}
      </ListState>
    </Card>
  );
}
