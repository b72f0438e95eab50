import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Bell, ClipboardList } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { OrdersTable } from '../../../shared/orders/orders-table.tsx';
import { orderStatusOptions } from '../../../shared/orders/order-status.tsx';
import { cursorOf, pageOf } from '../../../shared/paging.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { Pager } from '../../../shared/ui/data/pager.tsx';
import { SearchField } from '../../../shared/ui/data/search-field.tsx';
import type { OrdersSearch } from '../orders-search.ts';
import { useOrders } from './use-orders.ts';

const route = getRouteApi('/t/$slug/orders');

export default function OrdersPage() {
  const { slug, may } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const live = useOrders(search);
  const cursor = cursorOf(search);
  const filtered = Boolean(search.q ?? search.status);

  const go = (to: OrdersSearch, replace = false) =>
    navigate({ to: '/t/$slug/orders', params: { slug }, search: to, replace });
  const place = may('order:place') && may('order:manage') && (
    <Link to="/t/$slug/orders/new" params={{ slug }} className={buttonClass()}>
      {m.orders_new()}
    </Link>
  );

  return (
    <>
      <PageHeader
        title={m.nav_orders()}
        actions={
          <>
            <Link
              to="/t/$slug/orders/notifications"
              params={{ slug }}
              className={buttonClass({ variant: 'quiet', size: 'icon' })}
              aria-label={m.order_mails_link()}
              title={m.order_mails_link()}
            >
              <Bell aria-hidden size={18} />
            </Link>
            {(filtered || live.state !== 'empty') && place}
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField
          label={m.orders_search()}
          value={search.q}
          onSearch={(q) => go({ status: search.status, q }, true)}
        />
        <FilterTabs
          label={m.field_status()}
          options={[{ value: 'all', label: m.filter_all() }, ...orderStatusOptions]}
          value={search.status ?? 'all'}
          onChange={(status) => go({ q: search.q, status: status === 'all' ? undefined : status })}
        />
      </div>
      <Card className="p-0 md:p-0">
        <ListState live={live} empty={<NoOrders filtered={filtered} place={place} />}>
          {(orders) => {
            const { rows, next, previous } = pageOf(orders, cursor, ({ number }) => [number]);
            return (
              <>
                <OrdersTable orders={rows} />
                <Pager
                  onNext={next && (() => go({ status: search.status, ...next }))}
                  onPrevious={previous && (() => go({ status: search.status, ...previous }))}
                />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}

function NoOrders({ filtered, place }: { readonly filtered: boolean; readonly place: React.ReactNode }) {
  if (filtered) return <StatePanel title={m.orders_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return (
    <StatePanel icon={<ClipboardList aria-hidden />} title={m.orders_empty_title()} action={place}>
      {m.orders_empty_text()}
    </StatePanel>
  );
}
