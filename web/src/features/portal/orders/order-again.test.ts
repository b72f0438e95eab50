import { expect, test } from 'vitest';
import { emptyBasket, quantityOf, withQuantity } from '../basket/basket.ts';
import { orderAgain } from './order-again.ts';

const line = (productId: string, quantity: number) => ({ productId, name: `Old ${productId}`, quantity });
const offer = (name: string, stock: number) => ({ name, unitAmount: 500, stock });

test('ordering again fills the basket with what is still available, at the prices of now, and tells the rest', () => {
  const { basket, missing, fewer } = orderAgain(
    emptyBasket,
    [line('tea', 2), line('cup', 5), line('pot', 1), line('spoon', 1)],
    new Map([
      ['tea', offer('Tea', 9)],
      ['cup', offer('Cup', 3)],
      ['pot', offer('Pot', 0)],
    ]),
  );
  expect(basket.lines).toEqual([
    { productId: 'tea', name: 'Tea', unitAmount: 500, quantity: 2 },
    { productId: 'cup', name: 'Cup', unitAmount: 500, quantity: 3 },
  ]);
  expect(missing).toEqual(['Old pot', 'Old spoon']);
  expect(fewer).toEqual([{ name: 'Cup', quantity: 3 }]);
});

test('ordering again adds to what lies in the basket, up to what there is', () => {
  const before = withQuantity(emptyBasket, 'tea', 2, offer('Tea', 9));
  const { basket, fewer } = orderAgain(before, [line('tea', 8)], new Map([['tea', offer('Tea', 9)]]));
  expect(quantityOf(basket, 'tea')).toBe(9);
  expect(fewer).toEqual([{ name: 'Tea', quantity: 9 }]);
});
