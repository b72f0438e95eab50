import { inTenant } from '@tenantry/model/paths';
import type { DocumentData } from 'firebase-admin/firestore';
import { database } from '../../support/database.ts';
import type { Shop } from '../../support/shop.ts';
import { testFaults } from './patient.ts';

const counters = () => 'system/counters';
const product = (shop: Shop) => firstIn(shop, 'products');
const key = (shop: Shop) => firstIn(shop, 'idempotency');
const order = (number: number) => async (shop: Shop) => `orders/${(await shop.readOrders())[number - 1]?.id}`;

async function firstIn({ tenantId }: Shop, collection: string): Promise<string> {
  const { docs } = await database().collection(inTenant(tenantId, collection)).limit(1).get();
  return `${collection}/${docs[0]?.id}`;
}

const without =
  (...fields: readonly string[]) =>
  (doc: DocumentData): DocumentData =>
    Object.fromEntries(Object.entries(doc).filter(([field]) => !fields.includes(field)));

const answerIn = (doc: DocumentData) => doc.answer as Record<string, unknown>;

testFaults(
  'what is sold',
  ['products', 'orders'],
  [
    [
      'a stock below nothing',
      product,
      (doc) => ({ ...doc, stock: -1 }),
      /stock of products\/\S+ is -1 and should be at least 0/,
    ],
    [
      'a product without a price',
      product,
      (doc) => ({ ...doc, unitAmount: null }),
      /products\/\S+ is unitAmount is missing or not of its kind/,
    ],
    // A query in the order of a field leaves out what lacks it.
    ['a product without an SKU', product, without('sku'), /products\/\S+ is sku is missing or not of its kind/],
    [
      'a product that is an SKU and nothing else',
      product,
      (doc) => ({ sku: doc.sku as string }),
      /products\/\S+ is name, description, /,
    ],
    [
      'a product whose SKU is a number',
      product,
      (doc) => ({ ...doc, sku: 5 }),
      /products\/\S+ is sku is missing or not of its kind/,
    ],
    ['an order without a number', order(2), without('number'), /orders\/\S+ is number is missing or not of its kind/],
    [
      'an SKU that two products have',
      product,
      (doc) => ({ ...doc, sku: doc.sku === 'tea-1' ? 'cup-1' : 'tea-1' }),
      /sku of products\/\S+ is that of products\/\S+ too/,
    ],
    [
      'a total that the lines don’t come to',
      order(1),
      (doc) => ({ ...doc, total: 1 }),
      /total of orders\/\S+ is 1 and should be 450/,
    ],
    [
      'a number that two orders have',
      order(2),
      (doc) => ({ ...doc, number: 1 }),
      /number of orders\/\S+ is 1 and should be 2/,
    ],
    ['an order that is gone', order(3), () => undefined, /lastOrderNumber of system\/counters is 3 and should be 2/],
    [
      'an order that was fulfilled at no time',
      order(2),
      (doc) => ({ ...doc, fulfilledAt: null }),
      /whether orders\/\S+ was fulfilled is false/,
    ],
    [
      'an order that was cancelled and stands',
      order(3),
      (doc) => ({ ...doc, status: 'placed' }),
      /whether orders\/\S+ was cancelled is true/,
    ],
    [
      'a number that was skipped',
      counters,
      (doc) => ({ ...doc, lastOrderNumber: 4 }),
      /lastOrderNumber of system\/counters is 4 and should be 3/,
    ],
    [
      'a month that is miscounted',
      counters,
      (doc) => ({ ...doc, ordersByMonth: {} }),
      /ordersByMonth of \S+ in system\/counters is 0 and should be 3/,
    ],
    [
      'an order that no key made',
      key,
      () => undefined,
      /count of orders of 80 days, beside that of keys is 3 and should be 2/,
    ],
    [
      'a key that was answered with another total',
      key,
      (doc) => ({ ...doc, answer: { ...answerIn(doc), total: 1 } }),
      /number and total that were answered for orders/,
    ],
    [
      'a key whose order is not there',
      key,
      (doc) => ({ ...doc, answer: { ...answerIn(doc), orderId: 'none' } }),
      /answered for orders\/none is absent/,
    ],
  ],
);
