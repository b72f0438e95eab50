import { describe, expect, test } from 'vitest';
import {
  agreedTotal,
  atPresentPrices,
  type Basket,
  emptyBasket,
  isSameOrder,
  obstaclesOf,
  piecesOf,
  quantityOf,
  withAvailable,
  withoutOrdered,
  withQuantity,
} from './basket.ts';

const tea = { name: 'Tea', unitAmount: 450 };
const cup = { name: 'Cup', unitAmount: 1200 };

function basketOf(...lines: (readonly [id: string, quantity: number, offer: typeof tea])[]): Basket {
  return lines.reduce((basket, [id, quantity, offer]) => withQuantity(basket, id, quantity, offer), emptyBasket);
}

describe('a basket', () => {
  test('holds a product once, in the place where it was first put', () => {
    const basket = withQuantity(basketOf(['tea', 1, tea], ['cup', 2, cup]), 'tea', 3, tea);
    expect(basket.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      ['tea', 3],
      ['cup', 2],
    ]);
    expect(piecesOf(basket)).toBe(5);
    expect(agreedTotal(basket)).toBe(3 * 450 + 2 * 1200);
  });

  test('loses a product when none of it is wanted, and keeps the others', () => {
    const basket = withQuantity(basketOf(['tea', 1, tea], ['cup', 2, cup]), 'tea', 0, tea);
    expect(quantityOf(basket, 'tea')).toBe(0);
    expect(quantityOf(basket, 'cup')).toBe(2);
  });
});

describe('what stands in the way of an order', () => {
  const basket = basketOf(['tea', 3, tea], ['cup', 2, cup]);

  test('is nothing while everything is there at the price that was agreed to', () => {
    const offers = new Map([
      ['tea', { ...tea, stock: 3 }],
      ['cup', { ...cup, stock: 2 }],
    ]);
    expect(obstaclesOf(basket, offers)).toEqual({ gone: [], short: [], repriced: [] });
  });

  test('is a product that is not for sale any more, one that is short, and one with another price', () => {
    const offers = new Map([['tea', { name: 'Tea', unitAmount: 500, stock: 2 }]]);
    const { gone, short, repriced } = obstaclesOf(basket, offers);
    expect(gone.map(({ name }) => name)).toEqual(['Cup']);
    expect(short.map(({ line, available }) => [line.name, available])).toEqual([['Tea', 2]]);
    expect(repriced.map(({ line, unitAmount }) => [line.name, unitAmount])).toEqual([['Tea', 500]]);
  });

  test('goes away with one step: gone and sold out leave, short shrinks, the rest stays', () => {
    const three = basketOf(['tea', 3, tea], ['cup', 2, cup], ['pot', 1, cup]);
    const mended = withAvailable(
      three,
      new Map([
        ['tea', 2],
        ['cup', 0],
      ]),
    );
    expect(mended.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      ['tea', 2],
      ['pot', 1],
    ]);
  });

  test('is agreed to by taking the prices of now, which changes no quantity', () => {
    const seen = atPresentPrices(basket, new Map([['tea', { name: 'Green tea', unitAmount: 500, stock: 9 }]]));
    expect(seen.lines[0]).toEqual({ productId: 'tea', name: 'Green tea', unitAmount: 500, quantity: 3 });
    expect(seen.lines[1]).toEqual(basket.lines[1]);
  });
});

describe('an order that was sent', () => {
  const basket = basketOf(['tea', 3, tea], ['cup', 2, cup]);
  const attempt = {
    key: 'k',
    lines: [
      { productId: 'cup', quantity: 2 },
      { productId: 'tea', quantity: 3 },
    ],
    message: '',
  };

  test('is the same as the basket whatever the order of its lines and the blanks around its words', () => {
    expect(isSameOrder(attempt, { ...basket, message: '  ' })).toBe(true);
  });

  test.each([
    ['another quantity', withQuantity(basket, 'tea', 4, tea)],
    ['a product less', withQuantity(basket, 'tea', 0, tea)],
    ['a product more', withQuantity(basket, 'pot', 1, cup)],
    ['other words', { ...basket, message: 'Ring twice' }],
  ])('is another one than a basket with %s', (_what, changed) => {
    expect(isSameOrder(attempt, changed)).toBe(false);
  });

  test('takes its own pieces out and leaves what was put in meanwhile', () => {
    const meanwhile = withQuantity(withQuantity(basket, 'tea', 4, tea), 'pot', 1, cup);
    expect(withoutOrdered(meanwhile, attempt).lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      ['tea', 1],
      ['pot', 1],
    ]);
  });
});
