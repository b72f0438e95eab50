import type { OrderDocument, OrderLine, OrderStatus } from '@tenantry/model/documents/business';
import { stockLimit } from '@tenantry/model/formats';
import { tenantDocuments } from '../platform/data/documents.ts';
import { denied } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import { type MemberCall, memberOperation } from '../platform/operations/operation.ts';
import { orderMail, tellCustomer } from './order-mail.ts';
import { noSuchOrder, requireOrderStatus, requireProfile } from './require-order.ts';

/** Staff may also take a fulfilled order back: a return, or a slip of the finger. */
const cancellableByStaff: readonly OrderStatus[] = ['placed', 'fulfilled'];
const cancellableByCustomer: readonly OrderStatus[] = ['placed'];

/**
 * Cancels an order, puts its pieces back into stock and tells the customer why. Whose order it is comes first: a
 * customer learns nothing of another's. Throws `state` when it is past cancelling.
 */
export const cancelOrder = memberOperation('cancelOrder', {
  permissions: ['order:manage', 'order:cancel-own'],
  gate: 'release',
  audited: false,
  async run(call) {
    const { tx, input, caller, now } = call;
    const path = tenantDocuments.order(input.orderId);
    const staff = call.can('order:manage');
    const [found, profile] = await Promise.all([tx.get(path), requireProfile(tx)]);
    const order = staff ? requireAny(found) : requireOwn(found, caller.uid);
    requireOrderStatus(order, staff ? cancellableByStaff : cancellableByCustomer);

    await restock(call, order.lines);
    const reason = input.reason ?? null;
    tx.update(path, { status: 'cancelled', cancelReason: reason, cancelledAt: instantOf(now) });
    tellCustomer(call, order, {
      kind: 'order-cancelled',
      data: {
        ...orderMail(input.orderId, order, profile),
        reason: reason ?? '',
        byCustomer: caller.uid === order.customerUid,
      },
    });
    return {};
  },
});

function requireAny(order: OrderDocument | undefined): OrderDocument {
  if (!order) throw noSuchOrder();
  return order;
}

/** One answer for an order that is not there and one that is somebody else's. */
function requireOwn(order: OrderDocument | undefined, uid: string): OrderDocument {
  if (order?.customerUid !== uid) throw denied();
  return order;
}

/** What was deleted meanwhile has no stock to go back to; a product made anew has another id. */
async function restock({ tx }: Pick<MemberCall<never>, 'tx'>, lines: readonly OrderLine[]): Promise<void> {
  const paths = lines.map(({ productId }) => tenantDocuments.product(productId));
  const products = await tx.getAll(paths);
  for (const [index, { productId, quantity }] of lines.entries()) {
    const product = products[index];
    if (!product) continue;
    // Full shelves hold no more than a product may have; what is above it is for a hand to count.
    const stock = Math.min(stockLimit, product.stock + quantity);
    tx.update(tenantDocuments.product(productId), { stock });
  }
}
