import { tenantDocuments } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { orderMail, tellCustomer } from './order-mail.ts';
import { noSuchOrder, requireOrderStatus, requireProfile } from './require-order.ts';

/** Says that an order was handed over or sent, and tells the customer. Throws `state` unless it is placed. */
export const fulfillOrder = memberOperation('fulfillOrder', {
  permissions: ['order:manage'],
  gate: 'work',
  audited: false,
  async run(call) {
    const { tx, input, now } = call;
    const path = tenantDocuments.order(input.orderId);
    const [order, profile] = await Promise.all([tx.get(path), requireProfile(tx)]);
    if (!order) throw noSuchOrder();
    requireOrderStatus(order, ['placed']);
    tx.update(path, { status: 'fulfilled', fulfilledAt: instantOf(now) });
    tellCustomer(call, order, { kind: 'order-fulfilled', data: orderMail(input.orderId, order, profile) });
    return {};
  },
});
