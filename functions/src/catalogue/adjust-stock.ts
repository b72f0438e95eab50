import { stockLimit } from '@tenantry/model/formats';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { requireProduct } from './require-product.ts';

/** Adds pieces to a product's stock, or takes some. Returns the stock after it. Throws `stock` when it would fall below zero. */
export const adjustStock = memberOperation('adjustStock', {
  permissions: ['product:write'],
  gate: 'work',
  audited: false,
  async run({ tx, input: { productId, delta }, caller, now }) {
    const product = await requireProduct(tx, productId);
    const stock = product.stock + delta;
    if (stock < 0) {
      throw new Refusal('stock', `Only ${product.stock} left: no more than that can be taken.`, {
        lines: [{ productId, name: product.name, requested: -delta, available: product.stock }],
      });
    }
    if (stock > stockLimit) throw tooMany(Math.max(0, stockLimit - product.stock));
    tx.update(tenantDocuments.product(productId), { stock, updatedAt: instantOf(now), updatedBy: caller.uid });
    return { stock };
  },
});

function tooMany(room: number): Refusal {
  const message = `A product has at most ${stockLimit} pieces in stock; this one has room for ${room} more.`;
  return new Refusal('input', message, { issues: [{ path: 'delta', code: 'too-big', message }] });
}
