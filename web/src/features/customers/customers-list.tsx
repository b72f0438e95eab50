import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { type Customer, useCustomers } from '../../shared/customers/use-customers.ts';
import { cursorOf } from '../../shared/paging.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { PagedList } from '../../shared/ui/data/paged-list.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { type Column, Table } from '../../shared/ui/data/table.tsx';
import type { CustomersSearch } from './customers-search.ts';

type Props = {
  readonly search: CustomersSearch;
  readonly go: (search: CustomersSearch, replace?: boolean) => unknown;
  /** Who they are; since when is told beside it. */
  readonly columns: readonly Column<Customer>[];
  /** What stands there before the first customer. */
  readonly empty: ReactNode;
};

/** The customers, newest first, found by words, on whichever surface. */
export function CustomersList({ search, go, columns, empty }: Props) {
  const { day } = useTenant();
  const cursor = search.q === undefined ? cursorOf(search) : undefined;
  const live = useCustomers(search.q, cursor);
  const noneFound = <StatePanel title={m.customers_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return (
    <>
      <div className="mb-4 flex">
        <SearchField label={m.customers_search()} value={search.q} onSearch={(q) => go({ q }, true)} />
      </div>
      <PagedList
        live={live}
        empty={search.q === undefined ? empty : noneFound}
        cursor={cursor}
        sortValues={({ joinedAt, id }) => [joinedAt.toMillis(), id]}
        onPage={(page) => go(page)}
      >
        {(customers) => (
          <Table
            caption={m.nav_customers()}
            rows={customers}
            rowKey={({ id }) => id}
            columns={[
              ...columns,
              {
                key: 'joined',
                label: m.field_since(),
                align: 'end',
                render: ({ joinedAt }) => <span className="text-muted">{day(joinedAt)}</span>,
              },
            ]}
          />
        )}
      </PagedList>
    </>
  );
}
