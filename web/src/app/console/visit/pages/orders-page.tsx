import { ClipboardList } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOrders } from '../../../../features/orders/list/use-orders.ts';
import { ordersSearch } from '../../../../features/orders/orders-search.ts';
import { m } from '../../../../paraglide/messages.js';
import { Link } from '../../../../shared/navigation/link.tsx';
import { orderColumns } from '../../../../shared/orders/order-columns.tsx';
import { orderStatusOptions } from '../../../../shared/orders/order-status.tsx';
import { cursorOf, pageOf } from '../../../../shared/paging.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { FilterTabs } from '../../../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { Pager } from '../../../../shared/ui/data/pager.tsx';
import { SearchField } from '../../../../shared/ui/data/search-field.tsx';
import { rowLinkClass, Table } from '../../../../shared/ui/data/table.tsx';
import { urls } from '../../../../shared/urls.ts';
import { useListAddress } from './use-list-address.ts';

/** Every order, newest first. */
export default function OrdersPage() {
  const tenant = useTenant();
  const { search, go } = useListAddress(ordersSearch);
  const live = useOrders(search);
  const cursor = cursorOf(search);
  const { q, status } = search;
  return (
    <>
      <PageHeader title={m.nav_orders()} />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField label={m.orders_search()} value={q} onSearch={(text) => go({ status, q: text }, true)} />
        <FilterTabs
          label={m.field_status()}
          options={[{ value: 'all', label: m.filter_all() }, ...orderStatusOptions]}
          value={status ?? 'all'}
          onChange={(chosen) => go({ q, status: chosen === 'all' ? undefined : chosen })}
        />
      </div>
      <Card className="p-0 md:p-0">
        <ListState live={live} empty={<NoOrders filtered={Boolean(q ?? status)} />}>
          {(orders) => {
            const { rows, next, previous } = pageOf(orders, cursor, ({ number }) => [number]);
            return (
              <>
                <Table
                  caption={m.nav_orders()}
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={orderColumns(tenant, OrderLink)}
                />
                <Pager
                  onNext={next && (() => go({ status, ...next }))}
                  onPrevious={previous && (() => go({ status, ...previous }))}
                />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}

function OrderLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { tenantId } = useTenant();
  return (
    <Link href={urls.consoleVisit(tenantId, `orders/${id}`)} className={rowLinkClass}>
      {children}
    </Link>
  );
}

function NoOrders({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <StatePanel title={m.orders_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return <StatePanel icon={<ClipboardList aria-hidden />} title={m.orders_empty_title()} />;
}
