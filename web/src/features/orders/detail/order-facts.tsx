import type { OrderDocument } from '@tenantry/model/documents/business';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Facts } from '../../../shared/ui/data/facts.tsx';

type Props = { readonly order: OrderDocument; readonly customer: ReactNode };

/** Who ordered, what they wrote, and what became of it. */
export function OrderFacts({ order, customer }: Props) {
  const { moment } = useTenant();
  const { customerEmail, message, fulfilledAt, cancelledAt, cancelReason } = order;
  return (
    <Facts
      facts={[
        [m.field_customer(), customer],
        ...(customerEmail ? [[m.field_email(), customerEmail] as const] : []),
        ...(message
          ? [
              [
                m.order_message(),
                <p key="message" className="whitespace-pre-wrap">
                  {message}
                </p>,
              ] as const,
            ]
          : []),
        ...(fulfilledAt ? [[m.order_fulfilled(), moment(fulfilledAt)] as const] : []),
        ...(cancelledAt ? [[m.order_cancelled(), moment(cancelledAt)] as const] : []),
        ...(cancelReason ? [[m.order_cancel_reason(), cancelReason] as const] : []),
      ]}
    />
  );
}
