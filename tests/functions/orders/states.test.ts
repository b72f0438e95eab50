import { stockLimit } from '@tenantry/model/formats';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';

let shop: Shop;
let other: Shop;
let customer: Person;
let neighbour: Person;
let member: Person;

beforeAll(async () => {
  [shop, other] = await Promise.all([newShop(), newShop()]);
  customer = await shop.customer('ann');
  neighbour = await shop.customer('ben');
  member = await shop.staff('member');
});

/** An order for two pieces of a product that had five. */
async function placed(by = customer) {
  const productId = await shop.product({ stock: 5 });
  const { orderId } = await by.call('placeOrder', shop.order([productId, 2]));
  return { productId, orderId, input: { tenantId: shop.tenantId, orderId } };
}

const stateIs = (status: string) => ({ code: 'failed-precondition', details: { reason: 'state', status } });

describe('fulfilling', () => {
  test('is for who manages orders, once, from placed', async () => {
    const { orderId, productId, input } = await placed();

    for (const person of [customer, other.owner]) {
      expect(await person.try('fulfillOrder', input)).toMatchObject({ details: { reason: 'denied' } });
    }
    expect(await shop.readOrder(orderId)).toMatchObject({ status: 'placed', fulfilledAt: null });

    expect(await member.call('fulfillOrder', input)).toEqual({});
    const fulfilled = await shop.readOrder(orderId);
    expect(fulfilled).toMatchObject({ status: 'fulfilled', cancelledAt: null });
    expect(fulfilled?.fulfilledAt).not.toBeNull();
    expect(await member.try('fulfillOrder', input)).toMatchObject(stateIs('fulfilled'));
    expect(await shop.readOrder(orderId)).toEqual(fulfilled);
    expect(await shop.stockOf(productId)).toBe(3);
  });

  test('of a cancelled order is refused, and it stays cancelled', async () => {
    const { orderId, productId, input } = await placed();
    await customer.call('cancelOrder', input);

    expect(await member.try('fulfillOrder', input)).toMatchObject(stateIs('cancelled'));
    expect(await shop.readOrder(orderId)).toMatchObject({ status: 'cancelled', fulfilledAt: null });
    expect(await shop.stockOf(productId)).toBe(5);
  });

  test('of an order that is another shop’s is as of one that is not there', async () => {
    const foreign = await other.owner.call('placeOrder', other.order([await other.product(), 1]));
    const of = (orderId: string) => member.try('fulfillOrder', { tenantId: shop.tenantId, orderId });
    expect(await of(foreign.orderId)).toMatchObject({ code: 'not-found', details: { reason: 'missing' } });
    expect(await of(foreign.orderId)).toEqual(await of(randomUUID()));
    expect(await other.readOrder(foreign.orderId)).toMatchObject({ status: 'placed' });
  });
});

describe('cancelling', () => {
  test('by the customer puts the pieces back, keeps the reason, and happens once', async () => {
    const { orderId, productId, input } = await placed();

    expect(await customer.call('cancelOrder', { ...input, reason: 'Too slow\nfor me' })).toEqual({});
    const cancelled = await shop.readOrder(orderId);
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelReason: 'Too slow\nfor me', fulfilledAt: null });
    expect(await shop.stockOf(productId)).toBe(5);

    for (const person of [customer, member]) {
      expect(await person.try('cancelOrder', { ...input, reason: 'again' })).toMatchObject(stateIs('cancelled'));
    }
    expect(await shop.readOrder(orderId)).toEqual(cancelled);
    expect(await shop.stockOf(productId)).toBe(5);
  });

  test('of somebody else’s order is answered with the same bytes as of one that is not there', async () => {
    const { orderId, productId, input } = await placed();
    const walkIn = await placed(member);
    const foreign = await other.owner.call('placeOrder', other.order([await other.product(), 1]));

    const answers = [];
    for (const id of [orderId, walkIn.orderId, foreign.orderId, randomUUID()]) {
      answers.push(await neighbour.try('cancelOrder', { ...input, orderId: id }));
    }
    expect(answers[0]).toMatchObject({ code: 'permission-denied', details: { reason: 'denied' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await shop.readOrder(orderId)).toMatchObject({ status: 'placed' });
    expect(await shop.readOrder(walkIn.orderId)).toMatchObject({ status: 'placed' });
    expect(await shop.stockOf(productId)).toBe(3);
    expect(await customer.try('cancelOrder', input)).toMatchObject({ ok: true });
  });

  test('of a fulfilled order is for the staff alone, and puts the pieces back', async () => {
    const { orderId, productId, input } = await placed();
    await member.call('fulfillOrder', input);

    expect(await customer.try('cancelOrder', input)).toMatchObject(stateIs('fulfilled'));
    expect(await shop.stockOf(productId)).toBe(3);
    expect(await member.call('cancelOrder', { ...input, reason: 'Came back' })).toEqual({});
    const returned = await shop.readOrder(orderId);
    expect(returned).toMatchObject({ status: 'cancelled', cancelReason: 'Came back' });
    expect(returned?.fulfilledAt).not.toBeNull();
    expect(await shop.stockOf(productId)).toBe(5);
  });

  test('leaves out what was deleted meanwhile, even when its SKU is for sale again, and orders stay readable', async () => {
    const sku = randomUUID();
    const gone = await shop.product({ sku, name: 'Old tea', stock: 5 });
    const kept = await shop.product({ stock: 5 });
    const { orderId } = await customer.call('placeOrder', shop.order([gone, 2], [kept, 3]));
    await shop.owner.call('deleteProduct', { tenantId: shop.tenantId, productId: gone });
    const anew = await shop.product({ sku, name: 'New tea', stock: 1 });
    expect(await shop.readOrder(orderId)).toMatchObject({ lines: [{ productId: gone, sku, name: 'Old tea' }, {}] });

    await customer.call('cancelOrder', { tenantId: shop.tenantId, orderId });
    expect(await shop.readProduct(gone)).toBeUndefined();
    expect(await shop.stockOf(anew)).toBe(1);
    expect(await shop.stockOf(kept)).toBe(5);
  });

  test('fills the shelf no further than a product may hold', async () => {
    const { productId, input } = await placed();
    await member.call('adjustStock', { tenantId: shop.tenantId, productId, delta: stockLimit - 3 });
    await customer.call('cancelOrder', input);
    expect(await shop.stockOf(productId)).toBe(stockLimit);
  });

  test('still works while the shop is read-only, when placing and fulfilling do not', async () => {
    const quiet = await newShop();
    const buyer = await quiet.customer();
    const productId = await quiet.product({ stock: 3 });
    const [first, second] = [
      await buyer.call('placeOrder', quiet.order([productId, 1])),
      await buyer.call('placeOrder', quiet.order([productId, 1])),
    ];
    const access = database().doc(`tenants/${quiet.tenantId}/system/access`);
    const { tenantId } = quiet;

    await access.update({ status: 'readonly' });
    expect(await buyer.try('placeOrder', quiet.order([productId, 1]))).toMatchObject(stateIs('readonly'));
    expect(await quiet.owner.try('fulfillOrder', { tenantId, orderId: first.orderId })).toMatchObject(
      stateIs('readonly'),
    );
    expect(await quiet.owner.try('adjustStock', { tenantId, productId, delta: 1 })).toMatchObject(stateIs('readonly'));
    expect(await buyer.try('cancelOrder', { tenantId, orderId: first.orderId })).toMatchObject({ ok: true });
    expect(await quiet.stockOf(productId)).toBe(2);

    await access.update({ status: 'suspended' });
    expect(await buyer.try('cancelOrder', { tenantId, orderId: second.orderId })).toMatchObject(stateIs('suspended'));
    expect(await quiet.readOrder(second.orderId)).toMatchObject({ status: 'placed' });
    expect(await quiet.stockOf(productId)).toBe(2);
  });

  test.each([
    [{ orderId: '../x' }],
    [{ orderId: 7 }],
    [{}],
    [{ orderId: 'o', reason: '' }],
    [{ orderId: 'o', reason: 'r'.repeat(501) }],
  ])('and fulfilling with %j is told as wrong input', async (input) => {
    const answer = await member.tryAnything('cancelOrder', { tenantId: shop.tenantId, ...input });
    expect(answer).toMatchObject({ status: 400, details: { reason: 'input' } });
    const fulfilled = await member.tryAnything('fulfillOrder', { tenantId: shop.tenantId, reason: 'x', ...input });
    expect(fulfilled).toMatchObject({ status: 400, details: { reason: 'input' } });
  });
});
