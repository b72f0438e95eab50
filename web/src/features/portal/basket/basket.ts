import type { OrderLine, ProductDocument } from '@tenantry/model/documents/business';
import { totalOf } from '@tenantry/model/documents/business';

/** A product in the basket, with its name and price as the person last agreed to them. */
export type BasketLine = Pick<OrderLine, 'productId' | 'name' | 'unitAmount' | 'quantity'>;

/** An order that was sent and of whose arrival nothing is known. Sent again as it is, it stays one order. */
export type Attempt = {
  readonly key: string;
  readonly lines: readonly { readonly productId: string; readonly quantity: number }[];
  readonly message: string;
};

/** What one person wants of one shop. */
export type Basket = {
  readonly lines: readonly BasketLine[];
  readonly message: string;
  readonly attempt?: Attempt;
};

/** A product as far as a basket is concerned. */
export type Offer = Pick<ProductDocument, 'name' | 'unitAmount' | 'stock'>;

export const emptyBasket: Basket = { lines: [], message: '' };

export function quantityOf(basket: Basket, productId: string): number {
  return basket.lines.find((line) => line.productId === productId)?.quantity ?? 0;
}

/** Pieces of everything. */
export function piecesOf({ lines }: Basket): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** So many of a product at the price that is shown; none takes it out. */
export function withQuantity(basket: Basket, productId: string, quantity: number, offer: Omit<Offer, 'stock'>): Basket {
  const { name, unitAmount } = offer;
  const line: BasketLine = { productId, name, unitAmount, quantity };
  const others = basket.lines.filter((each) => each.productId !== productId);
  if (quantity <= 0) return { ...basket, lines: others };
  const present = basket.lines.some((each) => each.productId === productId);
  const lines = present
    ? basket.lines.map((each) => (each.productId === productId ? line : each))
    : [...basket.lines, line];
  return { ...basket, lines };
}

/** What stands between a basket and its order, as the shop is now. */
export type Obstacles = {
  /** Lines whose product is not for sale any more. */
  readonly gone: readonly BasketLine[];
  /** Lines that ask for more than is left. */
  readonly short: readonly { readonly line: BasketLine; readonly available: number }[];
  /** Lines whose price is another one than the person agreed to. */
  readonly repriced: readonly { readonly line: BasketLine; readonly unitAmount: number }[];
};

export function obstaclesOf({ lines }: Basket, offers: ReadonlyMap<string, Offer>): Obstacles {
  const offered = lines.flatMap((line) => {
    const offer = offers.get(line.productId);
    return offer ? [{ line, ...offer }] : [];
  });
  return {
    gone: lines.filter(({ productId }) => !offers.has(productId)),
    short: offered
      .filter(({ line, stock }) => stock < line.quantity)
      .map(({ line, stock }) => ({ line, available: stock })),
    repriced: offered
      .filter(({ line, unitAmount }) => unitAmount !== line.unitAmount)
      .map(({ line, unitAmount }) => ({ line, unitAmount })),
  };
}

/** The basket with what can be had of it: gone and sold out lines leave, short ones shrink. Prices stay as agreed. */
export function withAvailable(basket: Basket, available: ReadonlyMap<string, number>): Basket {
  const lines = basket.lines.flatMap((line) => {
    const quantity = Math.min(line.quantity, available.get(line.productId) ?? line.quantity);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  return { ...basket, lines };
}

/** The basket at the names and prices of now: the person has seen them. */
export function atPresentPrices(basket: Basket, offers: ReadonlyMap<string, Offer>): Basket {
  const lines = basket.lines.map((line) => {
    const offer = offers.get(line.productId);
    return offer ? { ...line, name: offer.name, unitAmount: offer.unitAmount } : line;
  });
  return { ...basket, lines };
}

/** Minor units, at the prices that the person agreed to. */
export function agreedTotal({ lines }: Basket): number {
  return totalOf(lines);
}

/** Whether an attempt asks for just what the basket asks for now: then it may be sent again under its key. */
export function isSameOrder(attempt: Attempt, { lines, message }: Basket): boolean {
  const wanted = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  return (
    attempt.message === message.trim() &&
    attempt.lines.length === lines.length &&
    attempt.lines.every(({ productId, quantity }) => wanted.get(productId) === quantity)
  );
}

/** What is left when an order has taken its pieces: what was put in while it was on its way. */
export function withoutOrdered({ lines }: Basket, { lines: ordered }: Attempt): Basket {
  const taken = new Map(ordered.map(({ productId, quantity }) => [productId, quantity]));
  const left = lines.map((line) => ({ ...line, quantity: line.quantity - (taken.get(line.productId) ?? 0) }));
  return { lines: left.filter(({ quantity }) => quantity > 0), message: '' };
}
