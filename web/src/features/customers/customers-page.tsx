import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { type Customer, useCustomers } from '../../shared/customers/use-customers.ts';
import { cursorOf, pageOf } from '../../shared/paging.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Card } from '../../shared/ui/basics/card.tsx';
import { CopyButton } from '../../shared/ui/basics/copy-button.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { Pager } from '../../shared/ui/data/pager.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { rowLinkClass, Table } from '../../shared/ui/data/table.tsx';
import { absolute, urls } from '../../shared/urls.ts';
import type { CustomersSearch } from './customers-search.ts';

const route = getRouteApi('/t/$slug/customers');

/** Who buys here; the team has a page of its own. */
export default function CustomersPage() {
  const { slug } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const cursor = search.q === undefined ? cursorOf(search) : {};
  const live = useCustomers(search.q, cursor);
  const go = (to: CustomersSearch, replace = false) =>
    navigate({ to: '/t/$slug/customers', params: { slug }, search: to, replace });

  return (
    <>
      <PageHeader title={m.nav_customers()} />
      <div className="mb-4 flex">
        <SearchField label={m.customers_search()} value={search.q} onSearch={(q) => go({ q }, true)} />
      </div>
      <Card className="p-0 md:p-0">
        <ListState live={live} empty={<NoCustomers filtered={search.q !== undefined} />}>
          {(customers) => {
            const { rows, next, previous } = pageOf(customers, cursor, ({ joinedAt, id }) => [joinedAt.toMillis(), id]);
            return (
              <>
                <CustomersTable customers={rows} />
                <Pager onNext={next && (() => go(next))} onPrevious={previous && (() => go(previous))} />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}

function CustomersTable({ customers }: { readonly customers: readonly Customer[] }) {
  const { slug, day } = useTenant();
  return (
    <Table
      caption={m.nav_customers()}
      rows={customers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: m.field_name(),
          main: true,
          render: ({ id, displayName, email }) => (
            <Link to="/t/$slug/customers/$uid" params={{ slug, uid: id }} className={rowLinkClass}>
              {displayName || email}
            </Link>
          ),
        },
        { key: 'email', label: m.field_email(), render: ({ email }) => <span className="text-muted">{email}</span> },
        {
          key: 'joined',
          label: m.field_since(),
          align: 'end',
          render: ({ joinedAt }) => <span className="text-muted">{day(joinedAt)}</span>,
        },
      ]}
    />
  );
}

function NoCustomers({ filtered }: { readonly filtered: boolean }) {
  const { slug } = useTenant();
  if (filtered) return <StatePanel title={m.customers_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return (
    <StatePanel
      icon={<Users aria-hidden />}
      title={m.customers_empty_title()}
      action={<CopyButton text={absolute(urls.portal(slug))} label={m.share_copy()} />}
    >
      {m.customers_empty_text()}
    </StatePanel>
  );
}
