import { Link } from '@tanstack/react-router';
import type { OrderDocument } from '@tenantry/model/documents/business';
import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../live/source.ts';
import { useTenant } from '../tenant/tenant.ts';
import { rowLinkClass, Table } from '../ui/data/table.tsx';
import { orderColumns } from './order-columns.tsx';

/** Orders as staff see them, wherever a list of them stands. */
export function OrdersTable({ orders }: { readonly orders: readonly Row<OrderDocument>[] }) {
  const tenant = useTenant();
  return (
    <Table caption={m.nav_orders()} rows={orders} rowKey={({ id }) => id} columns={orderColumns(tenant, OrderLink)} />
  );
}

/** Opens an order in the workspace. */
export function OrderLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { slug } = useTenant();
  return (
    <Link to="/t/$slug/orders/$orderId" params={{ slug, orderId: id }} className={rowLinkClass}>
      {children}
    </Link>
  );
}
