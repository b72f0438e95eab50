import { beforeAll, describe, expect, test } from 'vitest';
import { writeProduct } from '../../support/direct-write.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';

let shop: Shop;
let customers: Person[];

beforeAll(async () => {
  shop = await newShop();
  customers = await Promise.all(Array.from({ length: 4 }, (_, index) => shop.customer(`customer${index}`)));
});

const several = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const buyer = (index: number) => customers[index % customers.length] as Person;

/** Refusals that a race may end with: the rule itself, or too many at once. */
const reasons = (answers: { ok: boolean; details?: { reason?: string } }[]) => [
  ...new Set(answers.filter(({ ok }) => !ok).map((answer) => answer.details?.reason)),
];

describe('at once', () => {
  test('the last piece is sold to one of many', async () => {
    const last = await shop.product({ stock: 1 });
    const before = (await shop.readOrders()).length;
    const answers = await several(10, (index) => buyer(index).try('placeOrder', shop.order([last, 1])));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(['stock', 'contention']).toEqual(expect.arrayContaining(reasons(answers)));
    expect(await shop.stockOf(last)).toBe(0);
    expect(await shop.readOrders()).toHaveLength(before + 1);
  });

  test('one key makes one order, and every caller of it is told the same', async () => {
    const tea = await shop.product({ stock: 20 });
    const order = shop.order([tea, 1]);
    const before = (await shop.readOrders()).length;
    const answers = await several(12, () => buyer(0).try('placeOrder', order));

    const told = answers.flatMap((answer) => (answer.ok ? [answer.result] : []));
    expect(told.length).toBeGreaterThan(0);
    for (const result of told) expect(result).toEqual(told[0]);
    expect(reasons(answers).filter((reason) => reason !== 'contention')).toEqual([]);
    expect(await shop.stockOf(tea)).toBe(19);
    expect(await shop.readOrders()).toHaveLength(before + 1);
    expect(await buyer(0).call('placeOrder', order)).toEqual(told[0]);
  });

  test('orders are numbered in one sequence without a gap, refused ones taking no number', async () => {
    const tea = await shop.product({ stock: 6 });
    const pot = await shop.product({ stock: 1 });
    const answers = await several(8, (index) =>
      buyer(index).try('placeOrder', shop.order([tea, 1], ...(index % 4 === 0 ? [[pot, 1] as const] : []))),
    );

    expect(answers.some(({ ok }) => ok)).toBe(true);
    const orders = await shop.readOrders();
    expect(orders.map(({ number }) => number)).toEqual(orders.map((_, index) => index + 1));
    const counters = await shop.readCounters();
    expect(counters.lastOrderNumber).toBe(orders.length);
    expect(Object.values(counters.ordersByMonth).reduce((sum, count) => sum + count, 0)).toBe(orders.length);
    const sold = answers.filter(({ ok }) => ok).length;
    expect(await shop.stockOf(tea)).toBe(6 - sold);
  });

  test('cancelling restocks once, whoever cancels and however often', async () => {
    const tea = await shop.product({ stock: 5 });
    const { orderId } = await buyer(0).call('placeOrder', shop.order([tea, 2]));
    const input = { tenantId: shop.tenantId, orderId };
    const answers = await several(6, (index) => (index % 2 ? shop.owner : buyer(0)).try('cancelOrder', input));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(['state', 'contention']).toEqual(expect.arrayContaining(reasons(answers)));
    expect(await shop.stockOf(tea)).toBe(5);
  });

  test('an order is either fulfilled or cancelled by its customer, never both', async () => {
    const tea = await shop.product({ stock: 5 });
    const { orderId } = await buyer(0).call('placeOrder', shop.order([tea, 2]));
    const input = { tenantId: shop.tenantId, orderId };
    const [fulfilled, cancelled] = await Promise.all([
      shop.owner.try('fulfillOrder', input),
      buyer(0).try('cancelOrder', input),
    ]);

    expect([fulfilled.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
    expect(await shop.readOrder(orderId)).toMatchObject({ status: fulfilled.ok ? 'fulfilled' : 'cancelled' });
    expect(await shop.stockOf(tea)).toBe(fulfilled.ok ? 3 : 5);
  });

  test('stock adds up while orders and adjustments take from it, and never falls below zero', async () => {
    const tea = await shop.product({ stock: 4 });
    const { tenantId } = shop;
    const moves = await Promise.all([
      ...[-3, 2, -2, 1].map(async (delta) => {
        const answer = await shop.owner.try('adjustStock', { tenantId, productId: tea, delta });
        expect(answer.ok ? answer.result.stock : 0).toBeGreaterThanOrEqual(0);
        return answer.ok ? delta : 0;
      }),
      ...[2, 1, 2, 3].map(async (quantity, index) => {
        const answer = await buyer(index).try('placeOrder', shop.order([tea, quantity]));
        return answer.ok ? -quantity : 0;
      }),
    ]);
    const left = 4 + moves.reduce((sum, move) => sum + move, 0);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(await shop.stockOf(tea)).toBe(left);
  });

  test('a product that is deleted while it is ordered is sold before or not at all', async () => {
    const tea = await shop.product({ stock: 5 });
    const [deleted, ...orders] = await Promise.all([
      shop.owner.try('deleteProduct', { tenantId: shop.tenantId, productId: tea }),
      ...[0, 1, 2].map((index) => buyer(index).try('placeOrder', shop.order([tea, 1]))),
    ]);
    expect(deleted.ok).toBe(true);
    expect(await shop.readProduct(tea)).toBeUndefined();
    expect(['missing', 'contention']).toEqual(expect.arrayContaining(reasons(orders)));
  });

  test('an open form that saves over and over changes no stock, and each order has one price of it', async () => {
    const [tea, pot] = await Promise.all([
      shop.product({ name: 'Tea 100', unitAmount: 100, stock: 30 }),
      shop.product({ unitAmount: 1_000, stock: 30 }),
    ]);
    const { tenantId, owner } = shop;
    const selling = new AbortController();
    const saving = (async () => {
      let saved = 0;
      for (let round = 1; !selling.signal.aborted || saved < 3; round += 1) {
        const unitAmount = round % 2 ? 200 : 100;
        const status = await writeProduct(
          owner,
          { tenantId, productId: tea },
          { unitAmount, name: `Tea ${unitAmount}`, status: 'published' },
        );
        expect(status).toBe(200);
        saved += 1;
      }
      return saved;
    })();
    const sold = await several(6, async (index) => {
      const answer = await buyer(index).try('placeOrder', {
        ...shop.order([tea, 1], [pot, 1], [tea, 1]),
        ...(index % 2 ? { expectedTotal: 1_200 } : {}),
      });
      expect(answer.ok || ['price-changed', 'contention'].includes(answer.details.reason ?? '')).toBe(true);
      return answer.ok ? answer.result : undefined;
    });
    const adjusted = await owner.try('adjustStock', { tenantId, productId: tea, delta: 5 });
    selling.abort();
    expect(await saving).toBeGreaterThanOrEqual(3);

    const placed = sold.filter((answer) => answer !== undefined);
    for (const { orderId, total } of placed) {
      const order = await shop.readOrder(orderId);
      const price = order?.lines[0]?.unitAmount ?? 0;
      expect([100, 200]).toContain(price);
      expect(order?.lines).toMatchObject([{ name: `Tea ${price}`, quantity: 2 }, { unitAmount: 1_000 }]);
      expect(order?.total).toBe(2 * price + 1_000);
      expect(order?.total).toBe(total);
    }
    expect(placed.length).toBeGreaterThan(0);
    expect(await shop.stockOf(tea)).toBe(30 - 2 * placed.length + (adjusted.ok ? 5 : 0));
    expect(await shop.stockOf(pot)).toBe(30 - placed.length);
  });

  test('an open form cannot write stock or SKU, as it can write a price', async () => {
    const tea = await shop.product({ stock: 5, sku: 'OPEN-FORM' });
    const product = { tenantId: shop.tenantId, productId: tea };
    expect(await writeProduct(shop.owner, product, { unitAmount: 7, stock: 99 })).toBe(403);
    expect(await writeProduct(shop.owner, product, { unitAmount: 7, sku: 'OTHER' })).toBe(403);
    expect(await shop.readProduct(tea)).toMatchObject({ stock: 5, sku: 'OPEN-FORM', unitAmount: 450 });
    expect(await writeProduct(shop.owner, product, { unitAmount: 7 })).toBe(200);
    expect(await shop.readProduct(tea)).toMatchObject({ stock: 5, unitAmount: 7 });
  });
});

describe('somebody who is removed', () => {
  test('places no order with the token from before, nor cancels one, not even after coming back', async () => {
    const leaver = await shop.customer('leaver');
    const tea = await shop.product({ stock: 5 });
    const { orderId } = await leaver.call('placeOrder', shop.order([tea, 1]));
    const before = leaver.withOldToken();
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: leaver.uid });

    const refused = async () => {
      for (const answer of [
        await before.try('placeOrder', shop.order([tea, 1])),
        await before.try('cancelOrder', { tenantId: shop.tenantId, orderId }),
      ]) {
        expect(answer).toMatchObject({ code: 'permission-denied', details: { reason: 'denied' } });
      }
      expect(await shop.stockOf(tea)).toBe(4);
      expect(await shop.readOrder(orderId)).toMatchObject({ status: 'placed' });
    };
    await refused();
    await leaver.call('joinAsCustomer', { slug: shop.slug });
    await refused();
    await leaver.refresh();
    expect(await leaver.try('placeOrder', shop.order([tea, 1]))).toMatchObject({ ok: true });
  });

  test('has no order committed after the removal has returned, though many were on their way', async () => {
    const leaver = await shop.customer('leaver');
    const tea = await shop.product({ stock: 50 });
    const mine = async () => (await shop.readOrders()).filter(({ customerUid }) => customerUid === leaver.uid).length;

    const orders = several(8, () => leaver.try('placeOrder', shop.order([tea, 1])));
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: leaver.uid });
    const atRemoval = await mine();
    const answers = await orders;

    expect(['denied', 'contention']).toEqual(expect.arrayContaining(reasons(answers)));
    expect(await mine()).toBe(atRemoval);
    expect(await shop.stockOf(tea)).toBe(50 - atRemoval);
  });

  test('of staff, demoted to customer, no longer orders for others with the old token or the new one', async () => {
    const person = await shop.staff('member');
    const tea = await shop.product({ stock: 5 });
    const order = () => ({ ...shop.order([tea, 1]), customerName: 'Ann' });
    expect(await person.try('placeOrder', order())).toMatchObject({ ok: true });
    await shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: person.uid, role: 'customer' });

    expect(await person.try('placeOrder', order())).toMatchObject({ details: { reason: 'denied' } });
    await person.refresh();
    expect(await person.try('placeOrder', order())).toMatchObject({ details: { reason: 'denied' } });
    expect(await shop.stockOf(tea)).toBe(4);
    expect(await person.try('placeOrder', shop.order([tea, 1]))).toMatchObject({ ok: true });
  });
});
