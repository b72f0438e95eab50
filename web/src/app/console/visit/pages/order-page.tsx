import type { OrderDocument } from '@tenantry/model/documents/business';
import { OrderSheet } from '../../../../features/orders/detail/order-sheet.tsx';
import { m } from '../../../../paraglide/messages.js';
import { VisitBackLink } from './visit-back-link.tsx';

/** One order with what its staff noted; what may be done with it is left to the visitor's rights, which are none. */
export default function OrderPage({ id }: { readonly id: string }) {
  return (
    <OrderSheet id={id} back={<VisitBackLink page="orders">{m.nav_orders()}</VisitBackLink>} customer={Customer} />
  );
}

function Customer({ order }: { readonly order: Pick<OrderDocument, 'customerName'> }) {
  return order.customerName || m.order_walk_in();
}
