import type { OrderLine } from '@tenantry/model/documents/business';
import { type Basket, type Offer, quantityOf, withQuantity } from '../basket/basket.ts';
import { mostOf } from '../catalogue/availability.ts';

/** A basket with a past order in it, and what of the order did not come along. */
export type Refilled = {
  readonly basket: Basket;
  /** Names of what is not for sale any more, or sold out. */
  readonly missing: readonly string[];
  /** What there is less of than was asked for. */
  readonly fewer: readonly { readonly name: string; readonly quantity: number }[];
};

/** Adds to the basket what is still available of an order, at the prices of now. */
export function orderAgain(
  basket: Basket,
  lines: readonly Pick<OrderLine, 'productId' | 'name' | 'quantity'>[],
  offers: ReadonlyMap<string, Offer>,
): Refilled {
  const missing: string[] = [];
  const fewer: { name: string; quantity: number }[] = [];
  let refilled = basket;
  for (const { productId, name, quantity } of lines) {
    const offer = offers.get(productId);
    const most = mostOf(offer?.stock ?? 0);
    if (!offer || most === 0) {
      missing.push(name);
      continue;
    }
    const wanted = quantityOf(basket, productId) + quantity;
    if (wanted > most) fewer.push({ name: offer.name, quantity: most });
    refilled = withQuantity(refilled, productId, Math.min(wanted, most), offer);
  }
  return { basket: refilled, missing, fewer };
}
