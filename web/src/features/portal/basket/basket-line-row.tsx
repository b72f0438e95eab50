import { m } from '../../../paraglide/messages.js';
import { Link } from '../../../shared/navigation/link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { urls } from '../../../shared/urls.ts';
import { AvailabilityText } from '../catalogue/availability-text.tsx';
import { availabilityOf, mostOf } from '../catalogue/availability.ts';
import type { Offers } from '../use-offers.ts';
import { type BasketLine, withQuantity } from './basket.ts';
import { useBasket } from './basket-store.ts';
import { QuantityStepper } from './quantity-stepper.tsx';

type Props = {
  readonly line: BasketLine;
  /** The shop as it is now; `undefined` until it is known. */
  readonly offers: Offers | undefined;
};

/** One product of the basket: how many, at which price, and what is left of it. */
export function BasketLineRow({ line, offers }: Props) {
  const { slug, money } = useTenant();
  const { basket, change } = useBasket();
  const { productId, name, quantity } = line;
  const offer = offers?.get(productId);
  const gone = offers !== undefined && offer === undefined;
  const unitAmount = offer?.unitAmount ?? line.unitAmount;
  // Changing how many is no agreement to a new price: that is asked for where the order is sent.
  const setQuantity = (next: number): void => change((present) => withQuantity(present, productId, next, line));

  function remove(): void {
    setQuantity(0);
    toastDone(m.portal_removed({ name }), async () => change(() => basket));
  }

  return (
    <li className="grid gap-2 border-t border-line p-4 first:border-t-0 md:px-6">
      <div className="flex items-start justify-between gap-4">
        <div className="grid">
          <Link href={urls.portalProduct(slug, productId)} className="font-semibold hover:underline">
            {offer?.name ?? name}
          </Link>
          <span className="text-small text-muted">
            {m.portal_each({ price: money(unitAmount) })}
            {unitAmount !== line.unitAmount && (
              <span className="ml-2 text-warn">{m.portal_was({ price: money(line.unitAmount) })}</span>
            )}
          </span>
          {gone && <span className="text-small text-danger">{m.portal_line_gone()}</span>}
          {offer && availabilityOf(offer.stock) !== 'in-stock' && <AvailabilityText stock={offer.stock} />}
        </div>
        <span className="font-semibold">{money(unitAmount * quantity)}</span>
      </div>
      <div className="flex items-center justify-between gap-4">
        <QuantityStepper
          name={name}
          quantity={quantity}
          most={offer ? mostOf(offer.stock) : quantity}
          onChange={setQuantity}
        />
        <Button
          variant="quiet"
          className="-mr-4 text-muted"
          aria-label={m.portal_remove_named({ name })}
          onClick={remove}
        >
          {m.portal_remove()}
        </Button>
      </div>
    </li>
  );
}
