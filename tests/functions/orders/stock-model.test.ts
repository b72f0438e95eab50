import { stockLimit } from '@tenantry/model/formats';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { expect, test } from 'vitest';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';

/** What the shop should be like: pieces of two products, and each order's quantities and status. */
type Model = { stock: number[]; orders: { quantities: number[]; status: 'placed' | 'fulfilled' | 'cancelled' }[] };
type Real = { shop: Shop; customer: Person; products: string[]; orderIds: string[] };
type Command = fc.AsyncCommand<Model, Real>;

const told = (answer: { ok: boolean; details?: { reason?: string } }) => (answer.ok ? 'done' : answer.details?.reason);

class Adjust implements Command {
  readonly product: number;
  readonly delta: number;
  constructor(product: number, delta: number) {
    this.product = product;
    this.delta = delta;
  }
  check = () => true;
  async run(model: Model, { shop, products }: Real) {
    const next = (model.stock[this.product] ?? 0) + this.delta;
    const answer = await shop.owner.try('adjustStock', {
      tenantId: shop.tenantId,
      productId: products[this.product] ?? '',
      delta: this.delta,
    });
    assert.equal(told(answer), next < 0 ? 'stock' : next > stockLimit ? 'input' : 'done');
    if (answer.ok) {
      assert.equal(answer.result.stock, next);
      model.stock[this.product] = next;
    }
  }
  toString = () => `adjust(${this.product}, ${this.delta})`;
}

class Place implements Command {
  readonly quantities: number[];
  constructor(quantities: number[]) {
    this.quantities = quantities;
  }
  check = () => this.quantities.some((quantity) => quantity > 0);
  async run(model: Model, { shop, customer, products, orderIds }: Real) {
    const lines = this.quantities.flatMap((quantity, index) =>
      quantity > 0 ? [[products[index] ?? '', quantity] as const] : [],
    );
    const enough = this.quantities.every((quantity, index) => quantity <= (model.stock[index] ?? 0));
    const answer = await customer.try('placeOrder', shop.order(...lines));
    assert.equal(told(answer), enough ? 'done' : 'stock');
    if (!answer.ok) return;
    model.stock = model.stock.map((stock, index) => stock - (this.quantities[index] ?? 0));
    model.orders.push({ quantities: this.quantities, status: 'placed' });
    orderIds.push(answer.result.orderId);
    assert.equal(answer.result.number, model.orders.length);
  }
  toString = () => `place(${this.quantities.join(', ')})`;
}

class Move implements Command {
  readonly operation: 'cancelOrder' | 'fulfillOrder';
  readonly by: 'owner' | 'customer';
  readonly pick: number;
  constructor(operation: 'cancelOrder' | 'fulfillOrder', by: 'owner' | 'customer', pick: number) {
    this.operation = operation;
    this.by = by;
    this.pick = pick;
  }
  check = (model: Readonly<Model>) => model.orders.length > 0;
  async run(model: Model, { shop, customer, orderIds }: Real) {
    const index = this.pick % model.orders.length;
    const order = model.orders[index];
    const person = this.by === 'owner' ? shop.owner : customer;
    const answer = await person.try(this.operation, { tenantId: shop.tenantId, orderId: orderIds[index] ?? '' });
    assert.equal(told(answer), this.expected(order?.status ?? 'placed'));
    if (!answer.ok || !order) return;
    order.status = this.operation === 'cancelOrder' ? 'cancelled' : 'fulfilled';
    if (order.status === 'cancelled') {
      model.stock = model.stock.map((stock, product) => stock + (order.quantities[product] ?? 0));
    }
  }
  expected(status: string) {
    if (this.operation === 'fulfillOrder' && this.by === 'customer') return 'denied';
    const possible = this.operation === 'cancelOrder' && this.by === 'owner' ? ['placed', 'fulfilled'] : ['placed'];
    return possible.includes(status) ? 'done' : 'state';
  }
  toString = () => `${this.operation}(${this.by}, ${this.pick})`;
}

const product = fc.nat({ max: 1 });
const by = fc.constantFrom('owner' as const, 'customer' as const);
const commands = [
  fc.tuple(product, fc.integer({ min: -4, max: 4 })).map(([which, delta]) => new Adjust(which, delta || 1)),
  fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })).map((quantities) => new Place(quantities)),
  fc.tuple(by, fc.nat({ max: 9 })).map(([who, pick]) => new Move('cancelOrder', who, pick)),
  fc.tuple(by, fc.nat({ max: 9 })).map(([who, pick]) => new Move('fulfillOrder', who, pick)),
];

test('whatever is adjusted, ordered, cancelled and fulfilled in whatever order, stock and orders are as a tiny model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25, size: 'max' }), async (sequence) => {
      const shop = await newShop();
      const customer = await shop.customer();
      const products = [await shop.product({ stock: 3 }), await shop.product({ stock: 0 })];
      const model: Model = { stock: [3, 0], orders: [] };
      await fc.asyncModelRun(() => ({ model, real: { shop, customer, products, orderIds: [] } }), sequence);

      expect(await Promise.all(products.map((id) => shop.stockOf(id)))).toEqual(model.stock);
      const orders = await shop.readOrders();
      expect(orders.map(({ status }) => status)).toEqual(model.orders.map(({ status }) => status));
      for (const { lines, total } of orders) {
        expect(total).toBe(lines.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0));
      }
    }),
    { seed: 2026, numRuns: 6, endOnFailure: true },
  );
});
