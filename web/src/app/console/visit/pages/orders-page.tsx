import { ClipboardList } from 'lucide-react';
import type { ReactNode } from 'react';
import { OrdersList } from '../../../../features/orders/list/orders-list.tsx';
import { useOrders } from '../../../../features/orders/list/use-orders.ts';
import { ordersSearch } from '../../../../features/orders/orders-search.ts';
import { m } from '../../../../paraglide/messages.js';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { useListAddress } from './use-list-address.ts';
import { VisitRowLink } from './visit-row-link.tsx';

/** Every order, newest first. */
export default function OrdersPage() {
  const { search, go } = useListAddress(ordersSearch);
  return (
    <>
      <PageHeader title={m.nav_orders()} />
      <OrdersList
        live={useOrders(search)}
        search={search}
        go={go}
        rowLink={OrderLink}
        empty={<StatePanel icon={<ClipboardList aria-hidden />} title={m.orders_empty_title()} />}
      />
    </>
  );
}

function OrderLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <VisitRowLink page={`orders/${id}`}>{children}</VisitRowLink>;
}
