import * as z from 'zod/mini';
import * as formats from '../formats.ts';

const inTenant = { tenantId: formats.tenantId };

/** An order has at most this many different products. */
export const orderLineLimit = 100;

export const orderOperations = {
  placeOrder: {
    input: z.strictObject({
      ...inTenant,
      /** The same product twice counts as one line with the sum of the quantities. */
      lines: z
        .array(z.strictObject({ productId: formats.documentId, quantity: formats.quantity }))
        .check(z.minLength(1), z.maxLength(orderLineLimit)),
      idempotencyKey: formats.idempotencyKey,
      /** Minor units; when it differs from the server's total the order is refused with `price-changed`. */
      expectedTotal: z.optional(z.int().check(z.minimum(0))),
      message: z.optional(formats.message),
      /** With order:manage: whom the order is for. Neither is a walk-in. */
      customerUid: z.optional(formats.documentId),
      customerName: z.optional(formats.name),
    }),
    output: z.object({ orderId: z.string(), number: z.int(), total: z.int() }),
  },
  fulfillOrder: { input: z.strictObject({ ...inTenant, orderId: formats.documentId }), output: z.object({}) },
  cancelOrder: {
    input: z.strictObject({ ...inTenant, orderId: formats.documentId, reason: z.optional(formats.reason) }),
    output: z.object({}),
  },
  /** What is left out stays as it is; the answer says how it stands. */
  setNotifications: {
    input: z.strictObject({ ...inTenant, newOrders: z.optional(z.boolean()) }),
    output: z.object({ newOrders: z.boolean() }),
  },
} as const;
