import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ProductDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import type { Row } from '../../../shared/live/source.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { quantityOf, withQuantity } from '../basket/basket.ts';
import { useBasket } from '../basket/basket-store.ts';
import { QuantityStepper } from '../basket/quantity-stepper.tsx';
import { mostOf } from './availability.ts';

/** Puts a product into the basket; once it is there, how many. Nothing where nothing can be ordered. */
export function IntoBasket({ product }: { readonly product: Row<ProductDocument> }) {
  const { may } = useTenant();
  const { basket, change } = useBasket();
  const { id, name, stock } = product;
  const quantity = quantityOf(basket, id);
  const most = mostOf(stock);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, quantity > 0);

  if (!may('order:place')) return null;
  return (
    <div ref={place}>
      {quantity > 0 ? (
        <QuantityStepper
          name={name}
          quantity={quantity}
          most={most}
          onChange={(next) => change((present) => withQuantity(present, id, next, product))}
        />
      ) : (
        <Button
          variant="outline"
          disabled={most === 0}
          aria-label={m.portal_add_named({ name })}
          onClick={() => change((present) => withQuantity(present, id, 1, product))}
        >
          <Plus aria-hidden size={16} />
          {m.portal_add()}
        </Button>
      )}
    </div>
  );
}

/** The button that was pressed gives way to another: the focus stays in its place. */
function useKeptFocus(place: React.RefObject<HTMLDivElement | null>, there: boolean): void {
  const before = useRef(there);
  useEffect(() => {
    if (before.current !== there && document.activeElement === document.body) {
      const buttons = place.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)');
      [...(buttons ?? [])].at(-1)?.focus({ preventScroll: true });
    }
    before.current = there;
  }, [place, there]);
}
