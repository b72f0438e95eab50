import * as z from 'zod/mini';
import { instant } from './instant.ts';

export const productStatuses = ['draft', 'published', 'archived'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** `tenants/{t}/products/{id}`. `unitAmount` is in minor units of the tenant's currency. */
export const productDocument = z.object({
  sku: z.string(),
  name: z.string(),
  description: z.string(),
  unitAmount: z.int(),
  stock: z.int(),
  status: z.enum(productStatuses),
  createdAt: instant,
  createdBy: z.string(),
  updatedAt: instant,
  updatedBy: z.string(),
});
export type ProductDocument = z.infer<typeof productDocument>;

export const orderStatuses = ['placed', 'fulfilled', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** One line of an order, at the server's price of the moment, in minor units. */
export const orderLine = z.object({
  productId: z.string(),
  sku: z.string(),
  name: z.string(),
  quantity: z.int(),
  unitAmount: z.int(),
});
export type OrderLine = z.infer<typeof orderLine>;

/** `tenants/{t}/orders/{id}`. `customerUid` is null for a walk-in. */
export const orderDocument = z.object({
  number: z.int(),
  customerUid: z.nullable(z.string()),
  customerName: z.string(),
  customerEmail: z.nullable(z.string()),
  lines: z.array(orderLine),
  total: z.int(),
  currency: z.string(),
  message: z.string(),
  status: z.enum(orderStatuses),
  cancelReason: z.nullable(z.string()),
  placedAt: instant,
  fulfilledAt: z.nullable(instant),
  cancelledAt: z.nullable(instant),
});
export type OrderDocument = z.infer<typeof orderDocument>;

/** `tenants/{t}/orders/{id}/notes/{n}`: staff to staff. */
export const noteDocument = z.object({
  text: z.string(),
  authorUid: z.string(),
  createdAt: instant,
  updatedAt: instant,
});
export type NoteDocument = z.infer<typeof noteDocument>;

/** The total of an order: the sum of its lines, in minor units. */
export function totalOf(lines: readonly Pick<OrderLine, 'quantity' | 'unitAmount'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
}
