import { describe, expect, test } from 'vitest';
import { type Basket, emptyBasket } from './basket.ts';
import { basketKey, readBasket, type Shelf, writeBasket } from './stored-basket.ts';

function newShelf(): Shelf & { readonly content: Map<string, string> } {
  const content = new Map<string, string>();
  return {
    content,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
    removeItem: (key) => void content.delete(key),
  };
}

const basket: Basket = {
  lines: [{ productId: 'p', name: 'Tea', unitAmount: 450, quantity: 2 }],
  message: 'Ring twice',
  attempt: { key: 'k', lines: [{ productId: 'p', quantity: 2 }], message: 'Ring twice' },
};

describe('a stored basket', () => {
  test('comes back as it was, with the key of an order on its way', () => {
    const shelf = newShelf();
    writeBasket(shelf, 'nord', 'clara', basket);
    expect(readBasket(shelf, 'nord', 'clara')).toEqual(basket);
  });

  test('is of one shop: another shop’s is empty', () => {
    const shelf = newShelf();
    writeBasket(shelf, 'nord', 'clara', basket);
    expect(readBasket(shelf, 'bright', 'clara')).toEqual(emptyBasket);
  });

  test('is of one person: who signs in afterwards finds an empty one', () => {
    const shelf = newShelf();
    writeBasket(shelf, 'nord', 'clara', basket);
    expect(readBasket(shelf, 'nord', 'noah')).toEqual(emptyBasket);
  });

  test('leaves nothing on the device when it is empty', () => {
    const shelf = newShelf();
    writeBasket(shelf, 'nord', 'clara', basket);
    writeBasket(shelf, 'nord', 'clara', emptyBasket);
    expect(shelf.content.size).toBe(0);
  });

  test.each([
    ['no JSON', '{'],
    ['another shape', '{"uid":"clara","lines":"many"}'],
    [
      'a quantity below one',
      '{"uid":"clara","message":"","lines":[{"productId":"p","name":"T","unitAmount":1,"quantity":0}]}',
    ],
  ])('is empty when the device holds %s', (_what, content) => {
    const shelf = newShelf();
    shelf.content.set(basketKey('nord'), content);
    expect(readBasket(shelf, 'nord', 'clara')).toEqual(emptyBasket);
  });

  test('may be refused by a device without room, and nothing breaks', () => {
    const full = {
      ...newShelf(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => writeBasket(full, 'nord', 'clara', basket)).not.toThrow();
  });
});
