import type { OrderDocument } from '@tenantry/model/documents/business';
import { tenantPaths } from '@tenantry/model/paths';
import { type ComponentType, Fragment, type ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import type { Row } from '../../../shared/live/source.ts';
import { OrderStatusBadge } from '../../../shared/orders/order-status.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { RecordState } from '../../../shared/ui/data/record-state.tsx';
import { Notes } from './notes.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderLines } from './order-lines.tsx';

type OfOrder = ComponentType<{ readonly order: Row<OrderDocument> }>;

type Props = {
  readonly id: string;
  readonly back: ReactNode;
  readonly actions?: OfOrder;
  /** Who ordered: a name, or the way to them. */
  readonly customer: OfOrder;
};

/** One order with what its staff noted, on whichever surface. */
export function OrderSheet({ id, back, actions: Actions, customer: Customer }: Props) {
  const { moment } = useTenant();
  const live = useTenantDocument<OrderDocument>(tenantPaths.order(id));
  return (
    <RecordState
      live={live}
      list={m.nav_orders()}
      back={back}
      gone={{ title: m.order_gone_title(), text: m.order_gone_text() }}
    >
      {(order) => (
        <Fragment key={order.id}>
          <PageHeader
            title={m.order_number({ number: order.number })}
            lead={
              <span className="mt-1 flex flex-wrap items-center gap-3">
                <OrderStatusBadge status={order.status} />
                {moment(order.placedAt)}
              </span>
            }
            back={back}
            actions={Actions && <Actions order={order} />}
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
        </Fragment>
      )}
    </RecordState>
  );
}
