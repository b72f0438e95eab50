import { type Basket, obstaclesOf } from '../basket.ts';
import type { Offer } from '../basket.ts';
import type { Outcome } from './send-order.ts';

/** A line that cannot be had as it is. `available` is 0 for what is not for sale any more. */
export type ShortLine = {
  readonly productId: string;
  readonly name: string;
  readonly requested: number;
  readonly available: number;
  readonly gone: boolean;
};

/**
 * The lines that cannot be had as they are: by what the shop shows now, or by what the last order was refused for while
 * the shop shows nothing yet. A line that was mended since is not among them.
 */
export function stillShort(
  basket: Basket,
  offers: ReadonlyMap<string, Offer> | undefined,
  outcome: Outcome | undefined,
): readonly ShortLine[] {
  if (offers) {
    const { gone, short } = obstaclesOf(basket, offers);
    return [
      ...gone.map((line) => ({ ...line, requested: line.quantity, available: 0, gone: true })),
      ...short.map(({ line, available }) => ({ ...line, requested: line.quantity, available, gone: false })),
    ];
  }
  const refused = refusedIn(outcome);
  return basket.lines.flatMap(({ productId, name, quantity }) => {
    const line = refused.get(productId);
    return line && line.available < quantity ? [{ productId, name, requested: quantity, ...line }] : [];
  });
}

function refusedIn(outcome: Outcome | undefined): Map<string, { available: number; gone: boolean }> {
  if (outcome?.kind === 'short') {
    return new Map(outcome.lines.map(({ productId, available }) => [productId, { available, gone: false }]));
  }
  const gone = outcome?.kind === 'gone' ? outcome.productIds : [];
  return new Map(gone.map((productId) => [productId, { available: 0, gone: true }]));
}
