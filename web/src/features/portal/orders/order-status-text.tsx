import type { OrderStatus } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { Badge, type Tone } from '../../../shared/ui/basics/badge.tsx';

const looks = {
  placed: { text: m.portal_order_placed, tone: 'accent' },
  fulfilled: { text: m.portal_order_fulfilled, tone: 'good' },
  cancelled: { text: m.portal_order_cancelled, tone: 'plain' },
} satisfies Record<OrderStatus, { text: () => string; tone: Tone }>;

/** How far an order is, in a customer's words. */
export function OrderStatusText({ status }: { readonly status: OrderStatus }) {
  const { text, tone } = looks[status];
  return <Badge tone={tone}>{text()}</Badge>;
}
