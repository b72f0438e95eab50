import { describe, expect, test } from 'vitest';
import { OperationError } from '../../../../shared/api/operation-error.ts';
import { type Basket, withQuantity } from '../basket.ts';
import { type Send, sendOrder } from './send-order.ts';

const tea = { name: 'Tea', unitAmount: 450 };
const lost = new OperationError('unavailable');

function storeOf(basket: Basket) {
  let present = basket;
  return {
    read: () => present,
    change: (change: (basket: Basket) => Basket) => {
      present = change(present);
    },
  };
}

const twoTeas = (): Basket => ({ lines: [{ productId: 'tea', quantity: 2, ...tea }], message: '' });

type Order = Parameters<Send>[0];

/** A shop as the server is: one key makes one order, answered before the price is looked at. Answers may get lost. */
function newShop({ loses = 0 } = {}) {
  const orders = new Map<string, Order>();
  const asked: Order[] = [];
  let toLose = loses;
  const send: Send = async (order) => {
    asked.push(order);
    await Promise.resolve();
    const total = order.lines.reduce((sum, { quantity }) => sum + quantity * 450, 0);
    if (!orders.has(order.idempotencyKey)) {
      if (order.expectedTotal !== total)
        throw new OperationError('failed-precondition', { reason: 'price-changed', total });
      orders.set(order.idempotencyKey, order);
    }
    if (toLose-- > 0) throw lost;
    const number = [...orders.keys()].indexOf(order.idempotencyKey) + 1;
    return { orderId: `order-${number}`, number, total };
  };
  return { orders, asked, send };
}

describe('sending an order', () => {
  test('makes one order at the agreed prices and takes it out of the basket', async () => {
    const shop = newShop();
    const store = storeOf(twoTeas());
    expect(await sendOrder(store, shop.send)).toEqual({ kind: 'placed', orderId: 'order-1', number: 1 });
    expect(shop.asked[0]?.expectedTotal).toBe(900);
    expect(store.read()).toEqual({ lines: [], message: '' });
  });

  test('twice at once makes one order and one call', async () => {
    const shop = newShop();
    const store = storeOf(twoTeas());
    const outcomes = await Promise.all([sendOrder(store, shop.send), sendOrder(store, shop.send)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['placed', 'placed']);
    expect(shop.asked).toHaveLength(1);
  });

  test('again after a lost answer, from another page too, finds the order that stands', async () => {
    const shop = newShop({ loses: 1 });
    const store = storeOf(twoTeas());
    expect(await sendOrder(store, shop.send)).toEqual({ kind: 'unknown' });
    const reloaded = storeOf(store.read());
    expect(await sendOrder(reloaded, shop.send)).toMatchObject({ kind: 'placed', number: 1 });
    expect(shop.orders.size).toBe(1);
  });

  test('keeps the key in the basket before anything is sent', async () => {
    const store = storeOf(twoTeas());
    let kept: string | undefined;
    await sendOrder(store, async (order) => {
      kept = store.read().attempt?.key;
      expect(order.idempotencyKey).toBe(kept);
      throw lost;
    });
    expect(kept).toBeTypeOf('string');
    expect(store.read().attempt?.key).toBe(kept);
  });

  test('of a basket that was changed after a lost answer orders nothing more when the first order stands', async () => {
    const shop = newShop({ loses: 1 });
    const store = storeOf(twoTeas());
    await sendOrder(store, shop.send);
    store.change((basket) => withQuantity(basket, 'tea', 3, tea));
    expect(await sendOrder(store, shop.send)).toEqual({ kind: 'earlier', orderId: 'order-1', number: 1 });
    expect(shop.orders.size).toBe(1);
    expect(store.read().lines[0]?.quantity).toBe(3);
    expect(await sendOrder(store, shop.send)).toMatchObject({ kind: 'placed', number: 2 });
  });

  test('of a basket that was changed after an order that never arrived makes one order, of what is wanted now', async () => {
    const store = storeOf(twoTeas());
    await sendOrder(store, () => Promise.reject(lost));
    store.change((basket) => withQuantity(basket, 'tea', 3, tea));
    const shop = newShop();
    expect(await sendOrder(store, shop.send)).toMatchObject({ kind: 'placed', number: 1 });
    expect([...shop.orders.values()].map(({ lines }) => lines)).toEqual([[{ productId: 'tea', quantity: 3 }]]);
  });

  test('of a basket that was emptied after a lost answer only finds out whether the first order stands', async () => {
    const shop = newShop({ loses: 1 });
    const store = storeOf(twoTeas());
    await sendOrder(store, shop.send);
    store.change((basket) => withQuantity(basket, 'tea', 0, tea));
    expect(await sendOrder(store, shop.send)).toMatchObject({ kind: 'earlier', number: 1 });
    expect(await sendOrder(store, shop.send)).toEqual({ kind: 'nothing' });
    expect(shop.asked).toHaveLength(2);
  });

  test('of a changed basket is held back while nobody can tell what became of the first order', async () => {
    const store = storeOf(twoTeas());
    await sendOrder(store, () => Promise.reject(lost));
    const first = store.read().attempt;
    store.change((basket) => withQuantity(basket, 'tea', 3, tea));
    expect(await sendOrder(store, () => Promise.reject(lost))).toEqual({ kind: 'unknown' });
    expect(store.read().attempt).toEqual(first);
  });
});

describe('an order whose fate is unknown', () => {
  const readonly = new OperationError('failed-precondition', { reason: 'state', status: 'readonly' });

  test.each([
    ['sent again', (basket: Basket) => basket],
    ['looked up under a changed basket', (basket: Basket) => withQuantity(basket, 'tea', 3, tea)],
  ])('keeps its key when it is %s and refused before the key is looked at', async (_what, change) => {
    const shop = newShop({ loses: 1 });
    const store = storeOf(twoTeas());
    await sendOrder(store, shop.send);
    const first = store.read().attempt;
    store.change(change);
    expect(await sendOrder(store, () => Promise.reject(readonly))).toEqual({ kind: 'refused', error: readonly });
    expect(store.read().attempt).toEqual(first);
    expect(await sendOrder(store, shop.send)).toMatchObject({ number: 1 });
    expect(shop.orders.size).toBe(1);
  });

  test('is found to stand nowhere when it is refused for what comes after the key', async () => {
    const store = storeOf(twoTeas());
    await sendOrder(store, () => Promise.reject(lost));
    const soldOut = new OperationError('failed-precondition', { reason: 'stock', lines: [] });
    expect(await sendOrder(store, () => Promise.reject(soldOut))).toMatchObject({ kind: 'short' });
    expect(store.read().attempt).toBeUndefined();
  });
});

describe('a refused order', () => {
  test.each([
    [
      'tells each short line',
      { reason: 'stock', lines: [{ productId: 'tea', name: 'Tea', requested: 2, available: 1 }] } as const,
      { kind: 'short', lines: [{ productId: 'tea', name: 'Tea', requested: 2, available: 1 }] },
    ],
    ['tells the new total', { reason: 'price-changed', total: 1000 } as const, { kind: 'repriced', total: 1000 }],
    [
      'tells what is not for sale any more',
      { reason: 'missing', issues: [{ path: 'lines.0.productId', code: 'unavailable', message: '' }] } as const,
      { kind: 'gone', productIds: ['tea'] },
    ],
    ['tells any other reason', { reason: 'state', status: 'readonly' } as const, { kind: 'refused' }],
  ])('%s, keeps the basket and lets go of the key', async (_what, details, outcome) => {
    const store = storeOf(twoTeas());
    const refusal = new OperationError('failed-precondition', details);
    expect(await sendOrder(store, () => Promise.reject(refusal))).toMatchObject(outcome);
    expect(store.read()).toEqual(twoTeas());
  });
});
