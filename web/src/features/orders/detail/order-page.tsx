import { Link, useParams } from '@tanstack/react-router';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../../paraglide/messages.js';
import type { Row } from '../../../shared/live/source.ts';
import { OrderStatusBadge } from '../../../shared/orders/order-status.tsx';
import { BackLink } from '../../../shared/tenant/back-link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { Notes } from './notes.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderLines } from './order-lines.tsx';

export default function OrderPage() {
  const { orderId } = useParams({ from: '/t/$slug/orders/$orderId' });
  const order = useTenantDocument<OrderDocument>(tenantPaths.order(orderId));
  return (
    <>
      {order.state !== 'ready' && <PageHeader title={m.nav_orders()} back={back()} />}
      <ListState live={order} empty={<StatePanel title={m.order_gone_title()}>{m.order_gone_text()}</StatePanel>}>
        {(found) => <Order key={found.id} order={found} />}
      </ListState>
    </>
  );
}

const back = () => <BackLink to="/t/$slug/orders">{m.nav_orders()}</BackLink>;

function Order({ order }: { readonly order: Row<OrderDocument> }) {
  const { moment } = useTenant();
  return (
    <>
      <PageHeader
        title={m.order_number({ number: order.number })}
        lead={
          <span className="mt-1 flex flex-wrap items-center gap-3">
            <OrderStatusBadge status={order.status} />
            {moment(order.placedAt)}
          </span>
        }
        back={back()}
        actions={<OrderActions order={order} />}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-6">
          <Card className="px-0 md:px-0">
            <OrderLines order={order} />
          </Card>
          <Notes orderId={order.id} />
        </div>
        <Card className="self-start">
          <OrderFacts order={order} customer={<Customer order={order} />} />
        </Card>
      </div>
    </>
  );
}

function Customer({ order: { customerUid, customerName } }: { readonly order: OrderDocument }) {
  const { slug, can } = useTenant();
  const name = customerName || m.order_walk_in();
  if (customerUid === null || !can('member:read')) return name;
  return (
    <Link className="link" to="/t/$slug/customers/$uid" params={{ slug, uid: customerUid }}>
      {name}
    </Link>
  );
}
