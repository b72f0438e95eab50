import * as z from 'zod/mini';
import { productStatuses } from '../documents/business.ts';
import * as formats from '../formats.ts';

const inTenant = { tenantId: formats.tenantId };

export const catalogueOperations = {
  createProduct: {
    input: z.strictObject({
      ...inTenant,
      sku: formats.sku,
      name: formats.name,
      description: z._default(formats.description, ''),
      unitAmount: formats.unitAmount,
      stock: z._default(formats.stock, 0),
      status: z._default(z.enum(productStatuses), 'draft'),
    }),
    output: z.object({ productId: z.string() }),
  },
  deleteProduct: { input: z.strictObject({ ...inTenant, productId: formats.documentId }), output: z.object({}) },
  adjustStock: {
    input: z.strictObject({
      ...inTenant,
      productId: formats.documentId,
      /** Pieces to add, or to take when negative; not zero. */
      delta: z.int().check(
        z.minimum(-1_000_000),
        z.maximum(1_000_000),
        z.refine((delta) => delta !== 0, 'not-zero'),
      ),
    }),
    output: z.object({ stock: z.int() }),
  },
} as const;
