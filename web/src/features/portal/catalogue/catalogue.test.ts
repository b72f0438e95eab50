import { describe, expect, test } from 'vitest';
import { availabilityOf, mostOf } from './availability.ts';
import { filterOf, filterProducts } from './catalogue-filter.ts';

describe('availability', () => {
  test.each([
    [0, 'sold-out'],
    [1, 'few'],
    [5, 'few'],
    [6, 'in-stock'],
  ] as const)('of %i pieces is %s', (stock, availability) => {
    expect(availabilityOf(stock)).toBe(availability);
  });

  test('bounds an order by the stock and by what one order may hold', () => {
    expect([mostOf(0), mostOf(3), mostOf(1_000_000)]).toEqual([0, 3, 10_000]);
  });
});

describe('looking for products', () => {
  const products = [
    { name: 'Café crème', description: 'Dark and sweet', sku: 'C-1', stock: 4 },
    { name: 'Mug', description: 'For coffee', sku: 'M-1', stock: 0 },
    { name: 'Teapot', description: '', sku: 'T-9', stock: 2 },
  ];
  const found = (search: string) =>
    filterProducts(products, filterOf(new URLSearchParams(search))).map(({ sku }) => sku);

  test.each([
    ['', ['C-1', 'M-1', 'T-9']],
    ['q=cafe', ['C-1']],
    ['q=SWEET+dark', ['C-1']],
    ['q=dark+mug', []],
    ['q=t-9', ['T-9']],
    ['in-stock=1', ['C-1', 'T-9']],
    ['q=coffee&in-stock=1', []],
  ])('by «%s»', (search, skus) => {
    expect(found(search)).toEqual(skus);
  });
});
