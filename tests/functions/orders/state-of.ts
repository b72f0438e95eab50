import type { Shop } from '../../support/shop.ts';

/** What must be as it was after a refusal: stock, the number of orders, counters. */
export async function stateOf(shop: Shop, productIds: readonly string[]) {
  return {
    stock: await Promise.all(productIds.map((productId) => shop.stockOf(productId))),
    orders: (await shop.readOrders()).length,
    counters: await shop.readCounters(),
  };
}
