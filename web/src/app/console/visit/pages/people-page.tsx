import type { MemberDocument } from '@tenantry/model/documents/people';
import { Users } from 'lucide-react';
import { customersSearch } from '../../../../features/customers/customers-search.ts';
import { m } from '../../../../paraglide/messages.js';
import { useCustomers } from '../../../../shared/customers/use-customers.ts';
import type { Row } from '../../../../shared/live/source.ts';
import { cursorOf, pageOf } from '../../../../shared/paging.ts';
import { queries } from '../../../../shared/queries.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../../../shared/tenant/use-tenant-live.ts';
import { Badge } from '../../../../shared/ui/basics/badge.tsx';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { Pager } from '../../../../shared/ui/data/pager.tsx';
import { SearchField } from '../../../../shared/ui/data/search-field.tsx';
import { type Column, Table } from '../../../../shared/ui/data/table.tsx';
import { useListAddress } from './use-list-address.ts';

type Member = Row<MemberDocument>;

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
  const { day } = useTenant();
  const { search, go } = useListAddress(customersSearch);
  const cursor = search.q === undefined ? cursorOf(search) : {};
  const live = useCustomers(search.q, cursor);
  return (
    <>
      <div className="mb-4 flex">
        <SearchField label={m.customers_search()} value={search.q} onSearch={(q) => go({ q }, true)} />
      </div>
      <Card className="p-0 md:p-0">
        <ListState live={live} empty={<NoCustomers filtered={search.q !== undefined} />}>
          {(customers) => {
            const { rows, next, previous } = pageOf(customers, cursor, ({ joinedAt, id }) => [joinedAt.toMillis(), id]);
            return (
              <>
                <Table
                  caption={m.nav_customers()}
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={[
                    nameColumn,
                    {
                      key: 'joined',
                      label: m.field_since(),
                      align: 'end',
                      render: ({ joinedAt }) => <span className="text-muted">{day(joinedAt)}</span>,
                    },
                  ]}
                />
                <Pager onNext={next && (() => go(next))} onPrevious={previous && (() => go(previous))} />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}

const nameColumn: Column<Member> = {
  key: 'name',
  get label() {
    return m.field_name();
  },
  main: true,
  render: ({ displayName, email }) => (
    <>
      {displayName || email}
      {displayName && <span className="block text-small font-normal text-muted wrap-anywhere">{email}</span>}
    </>
  ),
};

function NoCustomers({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <StatePanel title={m.customers_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return <StatePanel icon={<Users aria-hidden />} title={m.customers_empty_title()} />;
}
