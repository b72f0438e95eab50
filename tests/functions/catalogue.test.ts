import { stockLimit } from '@tenantry/model/formats';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../support/database.ts';
import { newShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let other: Shop;

beforeAll(async () => {
  [shop, other] = await Promise.all([newShop(), newShop()]);
});

const productsWith = async (sku: string) =>
  (await database().collection(`tenants/${shop.tenantId}/products`).where('sku', '==', sku).get()).size;

describe('a product', () => {
  test('is created with what was given, what was left out, who and when', async () => {
    const before = (await shop.readCounters()).products;
    const { productId } = await shop.owner.call('createProduct', {
      tenantId: shop.tenantId,
      sku: ' TEA-1 ',
      name: ' Grüner Tee 🍵 ',
      unitAmount: 450,
    });

    const product = await shop.readProduct(productId);
    expect(product).toMatchObject({
      sku: 'TEA-1',
      name: 'Grüner Tee 🍵',
      description: '',
      unitAmount: 450,
      stock: 0,
      status: 'draft',
      createdBy: shop.owner.uid,
      updatedBy: shop.owner.uid,
    });
    expect(Object.keys(product ?? {}).sort()).toEqual(
      'createdAt createdBy description name sku status stock unitAmount updatedAt updatedBy'.split(' '),
    );
    expect((await shop.readCounters()).products).toBe(before + 1);
  });

  test('has a SKU that no other product of the shop has, however it is written in Unicode', async () => {
    const sku = `É-${randomUUID().slice(0, 8)}`;
    await shop.product({ sku });
    const before = (await shop.readCounters()).products;

    for (const again of [sku, sku.normalize('NFD')]) {
      const refused = await shop.owner.try('createProduct', {
        tenantId: shop.tenantId,
        sku: again,
        name: 'Other',
        unitAmount: 1,
      });
      expect(refused).toMatchObject({
        code: 'already-exists',
        details: { reason: 'sku-taken', issues: [{ path: 'sku' }] },
      });
    }
    expect(await productsWith(sku)).toBe(1);
    expect((await shop.readCounters()).products).toBe(before);

    expect(await other.product({ sku })).toBeTruthy();
    expect(await shop.product({ sku: `${sku}-2` })).toBeTruthy();
  });

  test('of one SKU is made once when several ask at once', async () => {
    const sku = randomUUID();
    const before = (await shop.readCounters()).products;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        shop.owner.try('createProduct', { tenantId: shop.tenantId, sku, name: `Tea ${index}`, unitAmount: 1 }),
      ),
    );

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      expect(answer.ok || ['sku-taken', 'contention'].includes(answer.details.reason ?? '')).toBe(true);
    }
    expect(await productsWith(sku)).toBe(1);
    expect((await shop.readCounters()).products).toBe(before + 1);
  });

  test('is refused above the plan’s limit, and fits again when another is deleted', async () => {
    const small = await newShop();
    const first = await small.product();
    await small.product();
    await small.limit({ products: 2 });
    const input = { tenantId: small.tenantId, sku: 'third', name: 'Third', unitAmount: 1 };

    expect(await small.owner.try('createProduct', input)).toMatchObject({
      code: 'resource-exhausted',
      details: { reason: 'plan-limit', limit: 2, plan: 'free' },
    });
    expect((await small.readCounters()).products).toBe(2);

    await small.owner.call('deleteProduct', { tenantId: small.tenantId, productId: first });
    expect(await small.owner.try('createProduct', input)).toMatchObject({ ok: true });
    expect((await small.readCounters()).products).toBe(2);
  });

  test('is made, deleted and counted by who may write products, and by nobody else', async () => {
    const [customer, viewer, member] = await Promise.all([shop.customer(), shop.staff('viewer'), shop.staff('member')]);
    const productId = await shop.product({ stock: 5 });
    const { tenantId } = shop;
    const refused = { ok: false, code: 'permission-denied', details: { reason: 'denied' } };

    for (const person of [customer, viewer, other.owner]) {
      expect(await person.try('createProduct', { tenantId, sku: 'X', name: 'X', unitAmount: 1 })).toMatchObject(
        refused,
      );
      expect(await person.try('adjustStock', { tenantId, productId, delta: 1 })).toMatchObject(refused);
      expect(await person.try('deleteProduct', { tenantId, productId })).toMatchObject(refused);
    }
    expect(await productsWith('X')).toBe(0);
    expect(await shop.stockOf(productId)).toBe(5);

    expect(await member.call('adjustStock', { tenantId, productId, delta: 1 })).toEqual({ stock: 6 });
    expect(await member.call('deleteProduct', { tenantId, productId })).toEqual({});
    expect(await shop.readProduct(productId)).toBeUndefined();
  });

  test('of another shop is as one that is not there', async () => {
    const foreign = await other.product({ stock: 5 });
    const { tenantId } = shop;
    const of = async (productId: string) => [
      await shop.owner.try('adjustStock', { tenantId, productId, delta: 1 }),
      await shop.owner.try('deleteProduct', { tenantId, productId }),
    ];

    const [theirs, none] = [await of(foreign), await of(randomUUID())];
    expect(theirs).toEqual(none);
    expect(none).toMatchObject([{ code: 'not-found', details: { reason: 'missing' } }, { code: 'not-found' }]);
    expect(await other.stockOf(foreign)).toBe(5);
  });
});

describe('stock', () => {
  test('moves by pieces, never below zero and never above what a product may hold', async () => {
    const productId = await shop.product({ name: 'Cup', stock: 3 });
    const { tenantId } = shop;

    expect(await shop.owner.call('adjustStock', { tenantId, productId, delta: -2 })).toEqual({ stock: 1 });
    expect(await shop.owner.try('adjustStock', { tenantId, productId, delta: -2 })).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'stock', lines: [{ productId, name: 'Cup', requested: 2, available: 1 }] },
    });
    expect(await shop.stockOf(productId)).toBe(1);
    expect(await shop.owner.try('adjustStock', { tenantId, productId, delta: stockLimit })).toMatchObject({
      code: 'invalid-argument',
      details: { reason: 'input', issues: [{ path: 'delta', code: 'too-big' }] },
    });
    expect(await shop.stockOf(productId)).toBe(1);
    expect(await shop.owner.call('adjustStock', { tenantId, productId, delta: stockLimit - 1 })).toEqual({
      stock: stockLimit,
    });
    expect(await shop.owner.call('adjustStock', { tenantId, productId, delta: -stockLimit })).toEqual({ stock: 0 });
  });

  test('keeps every piece when several adjust it at once', async () => {
    const productId = await shop.product({ stock: 4 });
    const { tenantId } = shop;
    const answers = await Promise.all(
      [1, -2, 3, -4, 5, -6].map(async (delta) => {
        const answer = await shop.owner.try('adjustStock', { tenantId, productId, delta });
        return { delta, answer };
      }),
    );

    const moved = answers.filter(({ answer }) => answer.ok).reduce((sum, { delta }) => sum + delta, 0);
    expect(await shop.stockOf(productId)).toBe(4 + moved);
    for (const { answer } of answers) {
      expect(answer.ok ? answer.result.stock : 0).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('nonsense', () => {
  const long = 'x'.repeat(100_000);
  const nonsense: Record<string, Record<string, unknown>> = {
    'no fields': {},
    'a list for a name': { sku: 'n', name: ['Tea'], unitAmount: 1 },
    'a price with a fraction': { sku: 'n', name: 'Tea', unitAmount: 1.5 },
    'a negative price': { sku: 'n', name: 'Tea', unitAmount: -1 },
    'a price beyond all': { sku: 'n', name: 'Tea', unitAmount: 1e308 },
    'a price as text': { sku: 'n', name: 'Tea', unitAmount: '100' },
    'stock below zero': { sku: 'n', name: 'Tea', unitAmount: 1, stock: -1 },
    'a status that is none': { sku: 'n', name: 'Tea', unitAmount: 1, status: 'sold' },
    'a name of megabytes': { sku: 'n', name: long, unitAmount: 1 },
    'a SKU of blanks': { sku: '   ', name: 'Tea', unitAmount: 1 },
    'a lone surrogate': { sku: 'n', name: '\ud83d', unitAmount: 1 },
    'a line break in a name': { sku: 'n', name: 'a\nb', unitAmount: 1 },
    'a field too many': { sku: 'n', name: 'Tea', unitAmount: 1, createdBy: 'me' },
  };

  test.each(Object.entries(nonsense))('%s makes no product and is told as wrong input', async (_, fields) => {
    const answer = await shop.owner.tryAnything('createProduct', { tenantId: shop.tenantId, ...fields });
    expect(answer).toMatchObject({ status: 400, code: 'invalid-argument', details: { reason: 'input' } });
    expect(await productsWith('n')).toBe(0);
  });

  test.each([[0], [1.5], ['1'], [null], [2_000_000], [{}]])('a change of stock by %j is refused', async (delta) => {
    const productId = await shop.product({ stock: 2 });
    for (const id of [productId, '__proto__', 'a/b', '..', long, 7]) {
      const answer = await shop.owner.tryAnything('adjustStock', { tenantId: shop.tenantId, productId: id, delta });
      expect(answer).toMatchObject({ status: 400, details: { reason: 'input' } });
    }
    expect(await shop.stockOf(productId)).toBe(2);
  });
});
