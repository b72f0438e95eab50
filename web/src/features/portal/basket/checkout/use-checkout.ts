import { useState } from 'react';
import { recoverAccess } from '../../../../shared/access/tenant-access.ts';
import { call } from '../../../../shared/api/call.ts';
import { isRefusal } from '../../../../shared/api/operation-error.ts';
import { reread } from '../../../../shared/live/listeners.ts';
import { navigate } from '../../../../shared/navigation/address.ts';
import { usePerson } from '../../../../shared/session/use-session.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { urls } from '../../../../shared/urls.ts';
import { offersSource } from '../../use-offers.ts';
import { useBasket } from '../basket-store.ts';
import { type Outcome, type Send, sendOrder } from './send-order.ts';

/** How a basket becomes an order, and what came of the last try. */
export function useCheckout(): { order: () => Promise<void>; outcome: Outcome | undefined } {
  const tenant = useTenant();
  const { tenantId, slug, can } = tenant;
  const { uid } = usePerson();
  const { store } = useBasket();
  const [outcome, setOutcome] = useState<Outcome>();

  // Staff's orders are for a walk-in unless they name somebody: what they order here is their own.
  const own = can('order:manage') ? { customerUid: uid } : {};
  const send: Send = (order) => call('placeOrder', { tenantId, ...order, ...own });

  async function order(): Promise<void> {
    setOutcome(undefined);
    const result = await sendOrder(store, send);
    if (result.kind === 'placed') {
      navigate(`${urls.portalOrder(slug, result.orderId)}?placed=1`, { replace: true });
      scrollTo(0, 0);
      return;
    }
    setOutcome(result);
    // The shop is not what the page shows: look again.
    if (result.kind === 'repriced' || result.kind === 'short' || result.kind === 'gone') {
      const source = offersSource(
        tenant,
        store.read().lines.map(({ productId }) => productId),
      );
      if (source) reread(source);
    }
    if (result.kind === 'refused' && isRefusal(result.error, 'state')) await recoverAccess(tenantId);
  }

  return { order, outcome };
}
