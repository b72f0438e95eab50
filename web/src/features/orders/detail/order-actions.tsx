import { useId, useState } from 'react';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import type { Row } from '../../../shared/live/source.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Textarea } from '../../../shared/ui/basics/input.tsx';
import { ConfirmDialog } from '../../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';

type Props = { readonly order: Row<OrderDocument> };

/** What can be done with an order now, by this person. Both tell the customer by mail and ask first. */
export function OrderActions({ order }: Props) {
  const { may } = useTenant();
  const [asking, setAsking] = useState<'fulfil' | 'cancel'>();
  const mayFulfil = order.status === 'placed' && may('order:manage');
  const mayCancel = order.status !== 'cancelled' && may('order:manage', 'release');
  const close = () => setAsking(undefined);
  return (
    <>
      {mayCancel && (
        <Button variant="outline" onClick={() => setAsking('cancel')}>
          {m.order_cancel()}
        </Button>
      )}
      {mayFulfil && <Button onClick={() => setAsking('fulfil')}>{m.order_fulfil()}</Button>}
      <FulfilDialog order={order} open={asking === 'fulfil'} onClose={close} />
      <CancelDialog order={order} open={asking === 'cancel'} onClose={close} />
    </>
  );
}

type DialogProps = Props & { readonly open: boolean; readonly onClose: () => void };

function FulfilDialog({ order: { id, number, customerEmail }, open, onClose }: DialogProps) {
  const { tenantId } = useTenant();
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      tone="primary"
      title={m.order_fulfil_title({ number })}
      lead={customerEmail ? m.order_fulfil_text({ email: customerEmail }) : m.order_fulfil_text_walk_in()}
      action={m.order_fulfil()}
      onConfirm={async () => {
        await call('fulfillOrder', { tenantId, orderId: id });
        toastDone(m.order_fulfilled_done({ number }));
      }}
    />
  );
}

function CancelDialog({ order: { id, number, customerEmail }, open, onClose }: DialogProps) {
  const { tenantId } = useTenant();
  const [reason, setReason] = useState('');
  const field = useId();
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={m.order_cancel_title({ number })}
      lead={m.order_cancel_text()}
      action={m.order_cancel()}
      onConfirm={async () => {
        await call('cancelOrder', { tenantId, orderId: id, reason: reason.trim() || undefined });
        toastDone(m.order_cancelled_done({ number }));
      }}
    >
      <div className="grid gap-1.5">
        <label htmlFor={field} className="font-medium">
          {m.order_cancel_reason()}
        </label>
        <Textarea
          id={field}
          rows={3}
          maxLength={500}
          value={reason}
          aria-describedby={`${field}-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${field}-hint`} className="text-small text-muted">
          {customerEmail ? m.order_cancel_reason_hint() : m.order_cancel_reason_hint_walk_in()}
        </p>
      </div>
    </ConfirmDialog>
  );
}
