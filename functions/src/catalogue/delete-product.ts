import { tenantDocuments } from '../platform/data/documents.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { recordUsage } from '../usage/record-usage.ts';
import { requireProduct } from './require-product.ts';

/** Takes a product out of the catalogue. Orders keep their copy of it; one that is cancelled later restocks nothing. */
export const deleteProduct = memberOperation('deleteProduct', {
  permissions: ['product:write'],
  gate: 'work',
  audited: false,
  async run({ tx, input, tenantId, now }) {
    const [, counters] = await Promise.all([requireProduct(tx, input.productId), tx.get(tenantDocuments.counters())]);
    if (!counters) throw new Error(`Tenant ${tenantId} lacks its counters.`);
    tx.delete(tenantDocuments.product(input.productId));
    tx.update(tenantDocuments.counters(), { products: Math.max(0, counters.products - 1) });
    recordUsage(tx, { meter: 'products', quantity: -1, act: `${input.productId}-deleted`, at: now });
    return {};
  },
});
