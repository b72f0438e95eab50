import { describe, expect, it } from 'vitest';
import { matches } from './command-palette.tsx';

const orders = { label: 'Orders', group: 'Page' };

describe('what is typed into the palette', () => {
  it.each(['', 'ord', 'ORDERS', 'page ord', 'ders'])('%j finds the orders', (typed) => {
    expect(matches(orders, typed)).toBe(true);
  });

  it.each(['product', 'ord product'])('%j does not', (typed) => {
    expect(matches(orders, typed)).toBe(false);
  });
});
