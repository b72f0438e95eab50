import * as z from 'zod/mini';
import { type Basket, emptyBasket } from './basket.ts';

/**
 * Baskets on this device, one for each shop. A basket is its person's: whoever signs in after somebody else finds an
 * empty one. Signing out empties the whole storage; an ended sign-in does not, so the same person finds it again.
 */

const count = z.int().check(z.minimum(1));
const text = z.string();
const stored = z.object({
  uid: text,
  lines: z.array(z.object({ productId: text, name: text, unitAmount: z.int().check(z.minimum(0)), quantity: count })),
  message: text,
  attempt: z.optional(
    z.object({ key: text, lines: z.array(z.object({ productId: text, quantity: count })), message: text }),
  ),
});

export const basketKey = (slug: string): string => `tenantry.basket.${slug}`;

/** Where baskets lie: the browser's storage, or a map in tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The person's basket in a shop; the empty one when there is none, or what lies there is no basket or somebody else's. */
export function readBasket(shelf: Shelf, slug: string, uid: string): Basket {
  const { data } = stored.safeParse(parseJson(shelf.getItem(basketKey(slug))));
  if (data?.uid !== uid) return emptyBasket;
  const { lines, message, attempt } = data;
  return attempt ? { lines, message, attempt } : { lines, message };
}

/** Keeps a basket, or nothing when it is empty. A device without room keeps it for as long as the page is open. */
export function writeBasket(shelf: Shelf, slug: string, uid: string, basket: Basket): void {
  try {
    if (basket.lines.length === 0 && !basket.attempt) shelf.removeItem(basketKey(slug));
    else shelf.setItem(basketKey(slug), JSON.stringify({ uid, ...basket }));
  } catch {
    // Private windows and full devices refuse: the page's memory still has it.
  }
}

function parseJson(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}
