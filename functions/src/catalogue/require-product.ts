import type { ProductDocument } from '@tenantry/model/documents/business';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

/** A product of the present tenant. Throws `missing`. */
export async function requireProduct(tx: TenantTransaction, productId: string): Promise<ProductDocument> {
  const product = await tx.get(tenantDocuments.product(productId));
  if (!product) throw new Refusal('missing', 'There is no such product any more. Somebody may have deleted it.');
  return product;
}
