import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../live/source.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Column, RowLink } from '../ui/data/table.tsx';
import { OrderStatusBadge } from './order-status.tsx';

type Order = Row<OrderDocument>;

/** The columns of a list of orders, on whichever surface it stands; `RowLink` opens one. */
export function orderColumns({ money, moment }: Pick<Tenant, 'money' | 'moment'>, RowLink: RowLink): Column<Order>[] {
  return [
    {
      key: 'customer',
      label: m.field_order(),
      main: true,
      render: (order) => (
        <>
          <RowLink id={order.id}>{m.order_number({ number: order.number })}</RowLink>
          <span className="ml-3 font-normal">{order.customerName || m.order_walk_in()}</span>
        </>
      ),
    },
    {
      key: 'placed',
      label: m.field_placed(),
      render: ({ placedAt }) => <span className="text-muted">{moment(placedAt)}</span>,
    },
    { key: 'total', label: m.field_total(), align: 'end', render: ({ total }) => money(total) },
    {
      key: 'status',
      label: m.field_status(),
      align: 'end',
      render: ({ status }) => <OrderStatusBadge status={status} />,
    },
  ];
}
