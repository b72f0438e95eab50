import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../../shared/live/source.ts';
import { queries } from '../../shared/queries.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { PersonName } from '../../shared/tenant/person-name.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { Badge } from '../../shared/ui/basics/badge.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { aboveRowLinkClass, Table } from '../../shared/ui/data/table.tsx';
import { MemberMenu } from './member-menu.tsx';
import { memberStateOf } from './member-state.ts';
import { StateBadge } from './state-badge.tsx';
import { TeamFilters } from './team-filters.tsx';
import { isLookedFor, type TeamSearch } from './team-search.ts';

const route = getRouteApi('/t/$slug/team');

/** The team, found by words, role and state; the address says by which. */
export function MembersCard() {
  const { tenantId, slug } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const team = useTenantQuery<MemberDocument>(queries.team(tenantId));
  const go = (next: TeamSearch) =>
    navigate({ to: '/t/$slug/team', params: { slug }, search: { ...search, ...next }, replace: true });
  const members = team.state === 'ready' ? team.data : [];
  const found = members.filter((member) => isLookedFor(member, search));
  return (
    <div className="grid gap-4">
      <TeamFilters members={members} search={search} onChange={go} />
      {search.state !== 'invited' && (
        <Card className="p-0 md:p-0">
          <ListState live={team} empty={<StatePanel title={m.team_empty()} />}>
            {() => (found.length > 0 ? <Members members={found} /> : <StatePanel title={m.team_nobody_found()} />)}
          </ListState>
        </Card>
      )}
    </div>
  );
}

type Member = Row<MemberDocument>;
function Members({ members }: { readonly members: readonly Member[] }) {
  const { day } = useTenant();
  const { uid } = usePerson();
  const { nameOf } = useRoles();
  return (
    <Table
      caption={m.nav_team()}
      rows={members.toSorted((a, b) => a.joinedAt.toMillis() - b.joinedAt.toMillis())}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: m.field_name(),
          main: true,
          render: (member) => (
            <PersonName person={member}>
              {member.id === uid && <span className="ml-2 font-normal text-muted">{m.team_you()}</span>}
            </PersonName>
          ),
        },
        { key: 'role', label: m.field_role(), render: ({ role }) => <Badge>{nameOf(role)}</Badge> },
        {
          key: 'state',
          label: m.team_state(),
          render: (member) => <StateBadge state={memberStateOf(member)} />,
        },
        {
          key: 'since',
          label: m.field_since(),
          wideOnly: true,
          render: ({ joinedAt }) => <span className="text-muted">{day(joinedAt)}</span>,
        },
        {
          key: 'seen',
          label: m.field_last_here(),
          wideOnly: true,
          render: ({ lastSeenAt }) => <span className="text-muted">{day(lastSeenAt)}</span>,
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
  );
}
