import { type ComponentProps, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { refreshClaims } from '../../../shared/session/session.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { LazyConfirmDialog } from '../../../shared/ui/overlays/lazy-confirm-dialog.tsx';
import { urls } from '../../../shared/urls.ts';
import { emptyBasket } from '../basket/basket.ts';
import { basketStore } from '../basket/basket-store.ts';
import { beginLeaving, endLeaving } from './leaving.ts';

type Props = {
  readonly shop: { readonly tenantId: string; readonly slug: string; readonly name: string };
  readonly variant?: ComponentProps<typeof Button>['variant'];
};

/** Ends being a customer; asks first. Works in every state of the shop. */
export function LeaveShop({ shop: { tenantId, slug, name }, variant = 'outline' }: Props) {
  const { uid } = usePerson();
  const [asking, setAsking] = useState(false);

  async function leave(): Promise<void> {
    beginLeaving(tenantId);
    try {
      await call('leaveTenant', { tenantId });
    } catch (error) {
      endLeaving(tenantId);
      throw error;
    }
    basketStore(slug, uid).change(() => emptyBasket);
    // The token outlives the page, and would say that the person still belongs here.
    await refreshClaims();
    // Loaded anew, so that nothing of the shop stays in memory.
    location.assign(`${urls.portal(slug)}?left=1`);
  }

  return (
    <>
      <Button variant={variant} onClick={() => setAsking(true)}>
        {m.portal_leave({ name })}
      </Button>
      <LazyConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={m.portal_leave_title({ name })}
        lead={m.portal_leave_text()}
        action={m.portal_leave({ name })}
        onConfirm={leave}
      />
    </>
  );
}
