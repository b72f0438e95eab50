import { productDocument } from '@tenantry/model/documents/business';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../../doctor/check.ts';
import { declarePages, eachPage } from '../../doctor/pages.ts';
import { wellShaped } from '../../doctor/shape.ts';

const productPages = declarePages('products');

/** Invariant 6: there is never less than nothing of a product, and one SKU is one product. */
export const products: BusinessCheck = {
  looksAt: 'products',
  look: (_, found) =>
    readTenant(async (tx) => {
      const bySku = new Map<string, string>();
      for await (const page of eachPage(tx, tenantDocuments.products(), productPages)) {
        for (const { id, data } of wellShaped(page, 'products', productDocument, found)) {
          if (data.stock < 0)
            found.add({
              about: `stock of products/${id}`,
              is: `${data.stock}`,
              shouldBe: 'at least 0',
              remedy: 'Count the pieces, and adjust the stock in the catalogue.',
            });
          const other = bySku.get(data.sku);
          if (other !== undefined)
            found.add({
              about: `sku of products/${id}`,
              is: `that of products/${other} too`,
              shouldBe: 'its own',
              remedy: 'Delete one of the two, and make it anew under an SKU of its own.',
            });
          bySku.set(data.sku, id);
        }
      }
    }),
};
