import { expect, test } from 'vitest';
import { type Basket, withQuantity } from '../basket.ts';
import { stillShort } from './still-short.ts';

const tea = { name: 'Tea', unitAmount: 450 };
const basket: Basket = { lines: [{ productId: 'tea', quantity: 3, ...tea }], message: '' };
const refused = {
  kind: 'short',
  lines: [{ productId: 'tea', name: 'Tea', requested: 3, available: 1 }],
} as const;

test('what an order was refused for stands until the shop itself is known', () => {
  expect(stillShort(basket, undefined, undefined)).toEqual([]);
  expect(stillShort(basket, undefined, refused)).toMatchObject([{ requested: 3, available: 1, gone: false }]);
  expect(stillShort(basket, undefined, { kind: 'gone', productIds: ['tea'] })).toMatchObject([{ gone: true }]);
  expect(stillShort(basket, new Map([['tea', { ...tea, stock: 9 }]]), refused)).toEqual([]);
});

test('what the shop shows is what counts, and a line that was mended is short no more', () => {
  const offers = new Map([['tea', { ...tea, stock: 2 }]]);
  expect(stillShort(basket, offers, undefined)).toMatchObject([{ requested: 3, available: 2, gone: false }]);
  expect(stillShort(withQuantity(basket, 'tea', 2, tea), offers, undefined)).toEqual([]);
  expect(stillShort(withQuantity(basket, 'tea', 1, tea), undefined, refused)).toEqual([]);
  expect(stillShort(basket, new Map(), undefined)).toMatchObject([{ requested: 3, available: 0, gone: true }]);
});
