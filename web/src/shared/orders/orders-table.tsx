import { Link } from '@tanstack/react-router';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../live/source.ts';
import { useTenant } from '../tenant/tenant.ts';
import { rowLinkClass, Table } from '../ui/data/table.tsx';
import { OrderStatusBadge } from './order-status.tsx';

/** Orders as staff see them, wherever a list of them stands. */
export function OrdersTable({ orders }: { readonly orders: readonly Row<OrderDocument>[] }) {
  const { slug, money, moment } = useTenant();
  return (
    <Table
      caption={m.nav_orders()}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'customer',
          label: m.field_order(),
          main: true,
          render: ({ id, number, customerName }) => (
            <>
              <Link to="/t/$slug/orders/$orderId" params={{ slug, orderId: id }} className={rowLinkClass}>
                {m.order_number({ number })}
              </Link>
              <span className="ml-3 font-normal">{customerName || m.order_walk_in()}</span>
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
      ]}
    />
  );
}
