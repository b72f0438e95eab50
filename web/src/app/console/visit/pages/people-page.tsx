import type { MemberDocument } from '@tenantry/model/documents/people';
import { Users } from 'lucide-react';
import { CustomersList } from '../../../../features/customers/customers-list.tsx';
import { customersSearch } from '../../../../features/customers/customers-search.ts';
import { m } from '../../../../paraglide/messages.js';
import type { Row } from '../../../../shared/live/source.ts';
import { queries } from '../../../../shared/queries.ts';
import { PersonName } from '../../../../shared/tenant/person-name.tsx';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../../../shared/tenant/use-tenant-live.ts';
import { Badge } from '../../../../shared/ui/basics/badge.tsx';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { type Column, Table } from '../../../../shared/ui/data/table.tsx';
import { useListAddress } from './use-list-address.ts';

/** Who belongs to the business: the team, and below it the customers. */
export default function PeoplePage() {
  return (
    <>
      <PageHeader title={m.visit_people()} />
      <h2 className="mb-3 text-lead font-semibold">{m.nav_team()}</h2>
      <Team />
      <h2 className="mt-8 mb-3 text-lead font-semibold">{m.nav_customers()}</h2>
      <Customers />
    </>
  );
}

function Team() {
  const { tenantId, day } = useTenant();
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
              nameColumn,
              { key: 'role', label: m.field_role(), render: ({ role }) => <Badge>{nameOf(role)}</Badge> },
              {
                key: 'seen',
                label: m.field_last_here(),
                align: 'end',
                render: ({ lastSeenAt }) => <span className="text-muted">{day(lastSeenAt)}</span>,
              },
            ]}
          />
        )}
      </ListState>
    </Card>
  );
}

function Customers() {
  const { search, go } = useListAddress(customersSearch);
  return (
    <CustomersList
      search={search}
      go={go}
      columns={[nameColumn]}
      empty={<StatePanel icon={<Users aria-hidden />} title={m.customers_empty_title()} />}
    />
  );
}

const nameColumn: Column<Row<MemberDocument>> = {
  key: 'name',
  get label() {
    return m.field_name();
  },
  main: true,
  render: (person) => <PersonName person={person} />,
};
