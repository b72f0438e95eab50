import { type OrderStatus, orderStatuses } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import { Badge, type Tone } from '../ui/basics/badge.tsx';

const names = {
  placed: m.order_placed,
  fulfilled: m.order_fulfilled,
  cancelled: m.order_cancelled,
} satisfies Record<OrderStatus, () => string>;

const tones = { placed: 'accent', fulfilled: 'good', cancelled: 'plain' } satisfies Record<OrderStatus, Tone>;

export const orderStatusOptions = orderStatuses.map((value) => ({ value, label: names[value]() }));

export function OrderStatusBadge({ status }: { readonly status: OrderStatus }) {
  return <Badge tone={tones[status]}>{names[status]()}</Badge>;
}
