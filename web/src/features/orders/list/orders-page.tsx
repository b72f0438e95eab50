import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Bell, ClipboardList } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { OrderLink } from '../../../shared/orders/orders-table.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { buttonClass } from '../../../shared/ui/basics/button.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import type { OrdersSearch } from '../orders-search.ts';
import { OrdersList } from './orders-list.tsx';
import { useOrders } from './use-orders.ts';

const route = getRouteApi('/t/$slug/orders');

export default function OrdersPage() {
  const { slug, may } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const live = useOrders(search);
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
      <OrdersList
        live={live}
        search={search}
        go={go}
        rowLink={OrderLink}
        empty={
          <StatePanel icon={<ClipboardList aria-hidden />} title={m.orders_empty_title()} action={place}>
            {m.orders_empty_text()}
          </StatePanel>
        }
      />
    </>
  );
}
