import { fitsLimit } from '@tenantry/model/plans';
import { randomUUID } from 'node:crypto';
import { declareQuery } from '../platform/data/declared-query.ts';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { recordUsage } from '../usage/record-usage.ts';

const productsBySku = declareQuery('products', { where: [['sku', '==']] });

/**
 * Puts a product into the catalogue. Throws `sku-taken` when another product has its SKU, and `plan-limit`.
 *
 * A query alone would let two of the same SKU in at once where nothing collides; every creation and deletion
 * writes the counters, so that of two the later one starts again and finds the other.
 */
export const createProduct = memberOperation('createProduct', {
  permissions: ['product:write'],
  gate: 'work',
  audited: false,
  async run({ tx, input, tenantId, caller, now }) {
    const { tenantId: _, ...product } = { ...input, sku: input.sku.normalize('NFC') };
    const [tenant, counters, sameSku] = await Promise.all([
      tx.get(tenantDocuments.tenant()),
      tx.get(tenantDocuments.counters()),
      tx.find(tenantDocuments.products(), productsBySku, [product.sku], 1),
    ]);
    if (!tenant || !counters) throw new Error(`Tenant ${tenantId} lacks itself or its counters.`);
    if (sameSku.length > 0) throw skuTaken();
    const limit = tenant.limits.products;
    if (!fitsLimit(limit, counters.products + 1)) {
      throw new Refusal(
        'plan-limit',
        `Your plan has room for ${limit} products. Delete one, or choose a larger plan.`,
        {
          limit: limit ?? 0,
          plan: tenant.plan,
        },
      );
    }
    const productId = randomUUID();
    const at = instantOf(now);
    tx.create(tenantDocuments.product(productId), {
      ...product,
      createdAt: at,
      createdBy: caller.uid,
      updatedAt: at,
      updatedBy: caller.uid,
    });
    tx.update(tenantDocuments.counters(), { products: counters.products + 1 });
    recordUsage(tx, { meter: 'products', quantity: 1, act: `${productId}-made`, at: now });
    return { productId };
  },
});

function skuTaken(): Refusal {
  const message = 'Another product has this SKU. Choose another, or change that product.';
  return new Refusal('sku-taken', message, { issues: [{ path: 'sku', code: 'sku-taken', message }] });
}
