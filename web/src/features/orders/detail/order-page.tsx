import { Link, useParams } from '@tanstack/react-router';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { BackLink } from '../../../shared/tenant/back-link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderSheet } from './order-sheet.tsx';

export default function OrderPage() {
  const { orderId } = useParams({ from: '/t/$slug/orders/$orderId' });
  return (
    <OrderSheet
      id={orderId}
      back={<BackLink to="/t/$slug/orders">{m.nav_orders()}</BackLink>}
      actions={OrderActions}
      customer={Customer}
    />
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
