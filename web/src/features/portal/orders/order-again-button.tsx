import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import type { Row } from '../../../shared/live/source.ts';
import { firstOf } from '../../../shared/live/together.ts';
import { navigate } from '../../../shared/navigation/address.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import { urls } from '../../../shared/urls.ts';
import { useBasket } from '../basket/basket-store.ts';
import { offersSource } from '../use-offers.ts';
import { orderAgain, type Refilled } from './order-again.ts';

/** Fills the basket with what is still available of a past order, and says what is not. */
export function OrderAgain({ order }: { readonly order: Row<OrderDocument> }) {
  const tenant = useTenant();
  const { store } = useBasket();
  if (!tenant.may('order:place')) return null;

  async function refill(): Promise<void> {
    const source = offersSource(
      tenant,
      order.lines.map(({ productId }) => productId),
    );
    const offers = (source && (await firstOf(source))) ?? new Map();
    const before = store.read();
    const refilled = orderAgain(before, order.lines, offers);
    if (refilled.missing.length === order.lines.length) return toastFailed(m.portal_again_nothing());
    store.change(() => refilled.basket);
    navigate(urls.portalBasket(tenant.slug));
    toastDone(textOf(refilled), async () => store.change(() => before));
  }

  return (
    <Button variant="outline" onClick={() => refill().catch((error: unknown) => toastFailed(errorText(error)))}>
      {m.portal_again()}
    </Button>
  );
}

function textOf({ missing, fewer }: Refilled): string {
  const exceptions = [...missing, ...fewer.map(({ name, quantity }) => m.portal_again_fewer({ name, quantity }))];
  return exceptions.length === 0 ? m.portal_again_done() : m.portal_again_part({ missing: exceptions.join(', ') });
}
