import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { stateOf as stateIn } from './state-of.ts';

let shop: Shop;
let customer: Person;
let member: Person;

beforeAll(async () => {
  shop = await newShop();
  [customer, member] = await Promise.all([shop.customer(), shop.staff('member')]);
});

const stateOf = (...productIds: string[]) => stateIn(shop, productIds);

describe('an idempotency key', () => {
  test('answers the same order again, in whatever order its lines come and whatever total is expected', async () => {
    const [tea, pot] = await Promise.all([shop.product({ unitAmount: 100, stock: 3 }), shop.product({ stock: 1 })]);
    const order = shop.order([tea, 1], [pot, 1], [tea, 1]);
    const first = await customer.call('placeOrder', { ...order, expectedTotal: 650 });
    const before = await stateOf(tea, pot);

    expect(await customer.call('placeOrder', { ...order, expectedTotal: 650 })).toEqual(first);
    const turned = { ...shop.order([pot, 1], [tea, 2]), idempotencyKey: order.idempotencyKey, expectedTotal: 1 };
    expect(await customer.call('placeOrder', turned)).toEqual(first);
    expect(await stateOf(tea, pot)).toEqual(before);
    expect(before.stock).toEqual([1, 0]);
  });

  test('that came with another request is refused', async () => {
    const tea = await shop.product();
    const order = shop.order([tea, 1]);
    await member.call('placeOrder', order);
    const before = await stateOf(tea);

    for (const change of [
      { lines: [{ productId: tea, quantity: 2 }] },
      { message: 'Quick' },
      { customerName: 'Ann' },
      { customerUid: customer.uid },
    ]) {
      expect(await member.try('placeOrder', { ...order, ...change })).toMatchObject({
        code: 'failed-precondition',
        details: { reason: 'idempotency-key-reused' },
      });
    }
    expect(await stateOf(tea)).toEqual(before);
    expect(await member.try('placeOrder', { ...order, idempotencyKey: randomUUID() })).toMatchObject({ ok: true });
  });

  test('belongs to its caller: the same key of another person is another order', async () => {
    const tea = await shop.product();
    const order = shop.order([tea, 1]);
    const [mine, theirs] = [await customer.call('placeOrder', order), await member.call('placeOrder', order)];
    expect(mine.orderId).not.toBe(theirs.orderId);
    expect(await shop.stockOf(tea)).toBe(8);
  });

  test('that was refused is free: the order goes through once it can', async () => {
    const tea = await shop.product({ stock: 0 });
    const order = shop.order([tea, 1]);
    expect(await customer.try('placeOrder', order)).toMatchObject({ details: { reason: 'stock' } });
    await shop.owner.call('adjustStock', { tenantId: shop.tenantId, productId: tea, delta: 1 });
    expect(await customer.try('placeOrder', order)).toMatchObject({ ok: true });
  });
});
