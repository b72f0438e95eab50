import type { OrderDocument } from '@tenantry/model/documents/business';
import { tenantPaths } from '@tenantry/model/paths';
import { Notes } from '../../../../features/orders/detail/notes.tsx';
import { OrderFacts } from '../../../../features/orders/detail/order-facts.tsx';
import { OrderLines } from '../../../../features/orders/detail/order-lines.tsx';
import { m } from '../../../../paraglide/messages.js';
import { OrderStatusBadge } from '../../../../shared/orders/order-status.tsx';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { VisitBackLink } from './visit-back-link.tsx';

/** One order with what its staff noted; what may be done with it is left to the visitor's rights, which are none. */
export default function OrderPage({ id }: { readonly id: string }) {
  const { moment } = useTenant();
  const order = useTenantDocument<OrderDocument>(tenantPaths.order(id));
  const back = <VisitBackLink page="orders">{m.nav_orders()}</VisitBackLink>;
  return (
    <>
      {order.state !== 'ready' && <PageHeader title={m.nav_orders()} back={back} />}
      <ListState live={order} empty={<StatePanel title={m.order_gone_title()}>{m.order_gone_text()}</StatePanel>}>
        {(found) => (
          <>
            <PageHeader
              title={m.order_number({ number: found.number })}
              lead={
                <span className="mt-1 flex flex-wrap items-center gap-3">
                  <OrderStatusBadge status={found.status} />
                  {moment(found.placedAt)}
                </span>
              }
              back={back}
            />
            <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
              <div className="grid content-start gap-6">
                <Card className="px-0 md:px-0">
                  <OrderLines order={found} />
                </Card>
                <Notes orderId={found.id} />
              </div>
              <Card className="self-start">
                <OrderFacts order={found} customer={found.customerName || m.order_walk_in()} />
              </Card>
            </div>
          </>
        )}
      </ListState>
    </>
  );
}
