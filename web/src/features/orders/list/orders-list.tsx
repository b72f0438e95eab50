import type { OrderDocument } from '@tenantry/model/documents/business';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import type { Live } from '../../../shared/live/listeners.ts';
import type { Row } from '../../../shared/live/source.ts';
import { orderColumns } from '../../../shared/orders/order-columns.tsx';
import { orderStatusOptions } from '../../../shared/orders/order-status.tsx';
import { cursorOf } from '../../../shared/paging.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { ListFilters } from '../../../shared/ui/data/list-filters.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { PagedList } from '../../../shared/ui/data/paged-list.tsx';
import { type RowLink, Table } from '../../../shared/ui/data/table.tsx';
import type { OrdersSearch } from '../orders-search.ts';

type Props = {
  readonly live: Live<Row<OrderDocument>[]>;
  readonly search: OrdersSearch;
  readonly go: (search: OrdersSearch, replace?: boolean) => unknown;
  readonly rowLink: RowLink;
  /** What stands there before the first order. */
  readonly empty: ReactNode;
};

/** Every order, newest first, found by words and status, on whichever surface. */
export function OrdersList({ live, search, go, rowLink, empty }: Props) {
  const tenant = useTenant();
  const { q, status } = search;
  const noneFound = <StatePanel title={m.orders_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return (
    <>
      <ListFilters label={m.orders_search()} options={orderStatusOptions} search={search} onChange={go} />
      <PagedList
        live={live}
        empty={(q ?? status) ? noneFound : empty}
        cursor={q === undefined ? cursorOf(search) : undefined}
        sortValues={({ number }) => [number]}
        onPage={(page) => go({ status, ...page })}
      >
        {(orders) => (
          <Table
            caption={m.nav_orders()}
            rows={orders}
            rowKey={({ id }) => id}
            columns={orderColumns(tenant, rowLink)}
          />
        )}
      </PagedList>
    </>
  );
}
