import { useState } from 'react';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import type { Row } from '../../../shared/live/source.ts';
import { reread } from '../../../shared/live/listeners.ts';
import { documentFirst } from '../../../shared/live/lite-first.ts';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { LazyConfirmDialog } from '../../../shared/ui/overlays/lazy-confirm-dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';

/** Calls an order off while nobody has begun with it. Asks first: the shop is told. */
export function CancelOrder({ order: { id, number, status } }: { readonly order: Row<OrderDocument> }) {
  const { tenantId, database, may } = useTenant();
  const [asking, setAsking] = useState(false);
  const possible = status === 'placed' && may('order:cancel-own', 'release');

  async function cancel(): Promise<void> {
    await call('cancelOrder', { tenantId, orderId: id });
    reread(documentFirst<OrderDocument>(database, inTenant(tenantId, tenantPaths.order(id)), tenantId));
    toastDone(m.portal_cancelled({ number }));
  }

  return (
    <>
      {possible && (
        <Button variant="outline" onClick={() => setAsking(true)}>
          {m.portal_cancel()}
        </Button>
      )}
      <LazyConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={m.portal_cancel_title({ number })}
        lead={m.portal_cancel_text()}
        action={m.portal_cancel()}
        onConfirm={cancel}
      />
    </>
  );
}
