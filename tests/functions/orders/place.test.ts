import { normalizeEmail, quantityLimit } from '@tenantry/model/formats';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, readDocument } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { stateOf as stateIn } from './state-of.ts';

let shop: Shop;
let other: Shop;
let customer: Person;
let member: Person;

beforeAll(async () => {
  [shop, other] = await Promise.all([newShop('Café Zoë ☕'), newShop()]);
  customer = await shop.customer('Zoë');
  member = await shop.staff('member');
});

const stateOf = (...productIds: string[]) => stateIn(shop, productIds);

describe('an order of a customer', () => {
  test('is for themself, at the server’s prices, numbered, and taken out of stock', async () => {
    const tea = await shop.product({ name: 'Grüner Tee 🍵', sku: 'T-1', unitAmount: 450, stock: 10 });
    const pot = await shop.product({ name: 'Kanne', sku: 'P-1', unitAmount: 2_000, stock: 1 });
    const before = await shop.readCounters();

    const answer = await customer.call('placeOrder', {
      ...shop.order([tea, 2], [pot, 1], [tea, 1]),
      expectedTotal: 3 * 450 + 2_000,
      message: ' Ring\ntwice 🔔 ',
    });

    expect(answer).toEqual({ orderId: answer.orderId, number: before.lastOrderNumber + 1, total: 3_350 });
    const membership = await readDocument(`tenants/${shop.tenantId}/members/${customer.uid}`);
    const { placedAt, ...order } = (await shop.readOrder(answer.orderId)) ?? {};
    expect(order).toEqual({
      number: answer.number,
      customerUid: customer.uid,
      customerName: membership?.displayName,
      customerEmail: normalizeEmail(customer.email),
      lines: [
        { productId: tea, sku: 'T-1', name: 'Grüner Tee 🍵', quantity: 3, unitAmount: 450 },
        { productId: pot, sku: 'P-1', name: 'Kanne', quantity: 1, unitAmount: 2_000 },
      ],
      total: 3_350,
      currency: 'EUR',
      message: 'Ring\ntwice 🔔',
      status: 'placed',
      cancelReason: null,
      fulfilledAt: null,
      cancelledAt: null,
    });
    expect(placedAt).toBeDefined();
    expect(await Promise.all([tea, pot].map((id) => shop.stockOf(id)))).toEqual([7, 0]);
    const month = new Date().toISOString().slice(0, 7);
    expect((await shop.readCounters()).ordersByMonth[month]).toBe((before.ordersByMonth[month] ?? 0) + 1);
  });

  test('cannot be placed for somebody else, by uid or by name', async () => {
    const tea = await shop.product();
    const before = await stateOf(tea);

    for (const named of [{ customerUid: member.uid }, { customerUid: customer.uid }, { customerName: 'Ann' }]) {
      const answer = await customer.try('placeOrder', { ...shop.order([tea, 1]), ...named });
      expect(answer).toMatchObject({ code: 'permission-denied', details: { reason: 'denied' } });
    }
    expect(await stateOf(tea)).toEqual(before);
    expect(await customer.try('placeOrder', shop.order([tea, 1]))).toMatchObject({ ok: true });
  });

  test('names the line of what is not for sale, and never whether it is a draft or another shop’s', async () => {
    const tea = await shop.product();
    const draft = await shop.product({ status: 'draft' });
    const archived = await shop.product({ status: 'archived' });
    const foreign = await other.product();
    const gone = await shop.product();
    await shop.owner.call('deleteProduct', { tenantId: shop.tenantId, productId: gone });
    const before = await stateOf(tea, draft, archived);

    const answers = [];
    for (const productId of [draft, archived, foreign, gone, randomUUID(), 'constructor']) {
      answers.push(await customer.try('placeOrder', shop.order([tea, 1], [productId, 1])));
    }
    expect(answers[0]).toMatchObject({
      code: 'not-found',
      details: { reason: 'missing', issues: [{ path: 'lines.1.productId', code: 'unavailable' }] },
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await stateOf(tea, draft, archived)).toEqual(before);
    expect(await other.stockOf(foreign)).toBe(10);
  });

  test('that asks for more than there is names each short line and what is left', async () => {
    const [tea, pot, cup] = await Promise.all([
      shop.product({ name: 'Tea', stock: 2 }),
      shop.product({ name: 'Pot', stock: 0 }),
      shop.product({ name: 'Cup', stock: 5 }),
    ]);
    const before = await stateOf(tea, pot, cup);

    expect(await customer.try('placeOrder', shop.order([tea, 2], [cup, 5], [pot, 1], [tea, 1]))).toMatchObject({
      code: 'failed-precondition',
      details: {
        reason: 'stock',
        lines: [
          { productId: tea, name: 'Tea', requested: 3, available: 2 },
          { productId: pot, name: 'Pot', requested: 1, available: 0 },
        ],
      },
    });
    expect(await stateOf(tea, pot, cup)).toEqual(before);
    expect(await customer.try('placeOrder', shop.order([tea, 2], [cup, 5]))).toMatchObject({ ok: true });
    expect(await stateOf(tea, pot, cup)).toMatchObject({ stock: [0, 0, 0] });
  });

  test('at another total than expected is refused with the present one', async () => {
    const tea = await shop.product({ unitAmount: 500 });
    const before = await stateOf(tea);
    const order = shop.order([tea, 2]);

    expect(await customer.try('placeOrder', { ...order, expectedTotal: 900 })).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'price-changed', total: 1_000 },
    });
    expect(await stateOf(tea)).toEqual(before);
    expect(await customer.try('placeOrder', { ...order, expectedTotal: 1_000 })).toMatchObject({ ok: true });
  });

  test('above the plan’s limit is taken, counted and flagged, while one of the staff is refused', async () => {
    const small = await newShop();
    const buyer = await small.customer();
    const tea = await small.product({ stock: 10 });
    const month = new Date().toISOString().slice(0, 7);
    await database()
      .doc(`tenants/${small.tenantId}/system/counters`)
      .update({ ordersByMonth: { '2020-01': 9 } });
    await small.limit({ ordersPerMonth: 1 });

    expect(await small.owner.try('placeOrder', small.order([tea, 1]))).toMatchObject({ ok: true });
    expect(await small.owner.try('placeOrder', small.order([tea, 1]))).toMatchObject({
      code: 'resource-exhausted',
      details: { reason: 'plan-limit', limit: 1, plan: 'free' },
    });
    expect(await small.stockOf(tea)).toBe(9);
    expect(await buyer.try('placeOrder', small.order([tea, 1]))).toMatchObject({ ok: true, result: { number: 2 } });
    expect(await small.readCounters()).toMatchObject({
      lastOrderNumber: 2,
      ordersByMonth: { [month]: 2 },
      ordersOverPlan: { [month]: 1 },
    });
    expect(Object.keys((await small.readCounters()).ordersByMonth)).toEqual([month]);
  });
});

describe('an order of the staff', () => {
  test('is for a person of the shop, for a name, or for a walk-in', async () => {
    const tea = await shop.product({ stock: 10 });
    const placed = async (whom: object) => {
      const { orderId } = await member.call('placeOrder', { ...shop.order([tea, 1]), ...whom });
      const { customerUid, customerName, customerEmail } = (await shop.readOrder(orderId)) ?? {};
      return { customerUid, customerName, customerEmail };
    };

    expect(await placed({ customerUid: customer.uid })).toEqual({
      customerUid: customer.uid,
      customerName: 'Zoë',
      customerEmail: normalizeEmail(customer.email),
    });
    expect(await placed({ customerName: 'Ann at the door' })).toEqual({
      customerUid: null,
      customerName: 'Ann at the door',
      customerEmail: null,
    });
    expect(await placed({})).toEqual({ customerUid: null, customerName: '', customerEmail: null });
  });

  test('is refused for a person of another shop, for one that is none, and for two customers at once', async () => {
    const tea = await shop.product();
    const stranger = await other.customer();
    const before = await stateOf(tea);
    const answers = [];
    for (const customerUid of [stranger.uid, other.owner.uid, 'nobody']) {
      answers.push(await member.try('placeOrder', { ...shop.order([tea, 1]), customerUid }));
    }
    expect(answers[0]).toMatchObject({
      code: 'invalid-argument',
      details: { reason: 'input', issues: [{ path: 'customerUid', code: 'no-member' }] },
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const both = { customerUid: customer.uid, customerName: 'Ann' };
    expect(await member.try('placeOrder', { ...shop.order([tea, 1]), ...both })).toMatchObject({
      details: { reason: 'input', issues: [{ path: 'customerName', code: 'one-of' }] },
    });
    expect(await stateOf(tea)).toEqual(before);
  });

  test('cannot be placed by a viewer, nor by who belongs to another shop', async () => {
    const tea = await shop.product();
    const viewer = await shop.staff('viewer');
    const before = await stateOf(tea);
    for (const person of [viewer, other.owner]) {
      expect(await person.try('placeOrder', shop.order([tea, 1]))).toMatchObject({ details: { reason: 'denied' } });
    }
    expect(await stateOf(tea)).toEqual(before);
    expect(await member.try('placeOrder', shop.order([tea, 1]))).toMatchObject({ ok: true });
  });
});

describe('nonsense', () => {
  const line = { productId: 'p', quantity: 1 };
  const good = { lines: [line], idempotencyKey: 'k' };
  const nonsense: Record<string, unknown> = {
    'no lines': { ...good, lines: [] },
    'lines that are no list': { ...good, lines: { 0: line } },
    'too many lines': {
      ...good,
      lines: Array.from({ length: 101 }, (_, index) => ({ ...line, productId: `p${index}` })),
    },
    'a quantity of zero': { ...good, lines: [{ ...line, quantity: 0 }] },
    'a negative quantity': { ...good, lines: [{ ...line, quantity: -1 }] },
    'half a piece': { ...good, lines: [{ ...line, quantity: 0.5 }] },
    'a quantity as text': { ...good, lines: [{ ...line, quantity: '1' }] },
    'a quantity beyond all': { ...good, lines: [{ ...line, quantity: 1e300 }] },
    'a price from outside': { ...good, lines: [{ ...line, unitAmount: 1 }] },
    'a path for a product': { ...good, lines: [{ ...line, productId: 'p/../../x' }] },
    'a reserved name for a product': { ...good, lines: [{ ...line, productId: '__proto__' }] },
    'a huge product id': { ...good, lines: [{ ...line, productId: 'p'.repeat(2_000) }] },
    'lines that together pass what a line may hold': {
      ...good,
      lines: [
        { ...line, quantity: quantityLimit },
        { ...line, quantity: 1 },
      ],
    },
    'no key': { lines: [line] },
    'an empty key': { ...good, idempotencyKey: '' },
    'a key too long': { ...good, idempotencyKey: 'k'.repeat(101) },
    'a message of a megabyte': { ...good, message: 'm'.repeat(1_000_000) },
    'a fraction of a total': { ...good, expectedTotal: 0.5 },
    'a status from outside': { ...good, status: 'fulfilled' },
  };

  test.each(Object.entries(nonsense))('%s is told as wrong input', async (_, input) => {
    const answer = await member.tryAnything('placeOrder', { tenantId: shop.tenantId, ...(input as object) });
    expect(answer).toMatchObject({ status: 400, code: 'invalid-argument', details: { reason: 'input' } });
  });

  test.each([[null], [[]], ['x'], [7], [{ tenantId: ['x'] }], [{ tenantId: '../..' }]])(
    'input %j is denied before it is looked at',
    async (input) => {
      expect(await member.tryAnything('placeOrder', input)).toMatchObject({
        status: 403,
        details: { reason: 'denied' },
      });
    },
  );
});
