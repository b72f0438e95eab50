import { type OrderDocument, totalOf } from '@tenantry/model/documents/business';
import type { ApiParsed } from '@tenantry/model/operations/api';
import { randomUUID } from 'node:crypto';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import { type MemberCall, memberOperation } from '../platform/operations/operation.ts';
import { recordUsage } from '../usage/record-usage.ts';
import { countOrder } from './order-count.ts';
import { customerOf, requireRightToName } from './order-customer.ts';
import { mergeLines, priceLines, type WantedLine } from './order-lines.ts';
import { orderMail, tellCustomer } from './order-mail.ts';
import { rememberedOrder } from './remembered-order.ts';
import { requireProfile } from './require-order.ts';

/**
 * Places an order at the server's prices and takes its pieces out of stock, all or nothing. One idempotency key makes
 * one order, and is answered the same each time. Returns its number and its total in minor units. Throws `missing`,
 * `stock`, `price-changed`, `plan-limit` or `idempotency-key-reused`.
 */
export const placeOrder = memberOperation('placeOrder', {
  permissions: ['order:place'],
  gate: 'work',
  audited: false,
  async run(call) {
    const { tx, input, caller, now } = call;
    requireRightToName(call);
    const wanted = mergeLines(input.lines);
    const { answer: given, remember } = await rememberedOrder(tx, caller.uid, input, wanted);
    if (given) return given;

    const { profile, tenant, counters, customer, products } = await readShop(call, wanted);
    const byStaff = call.can('order:manage');
    const count = countOrder(counters, tenant, { byStaff, now });
    const priced = priceLines(wanted, products);
    const lines = priced.map(({ line }) => line);
    const total = totalOf(lines);
    requireExpected(input.expectedTotal, total);

    const orderId = randomUUID();
    const order: OrderDocument = {
      number: count.number,
      ...customer,
      lines,
      total,
      currency: profile.currency,
      message: input.message ?? '',
      status: 'placed',
      cancelReason: null,
      placedAt: instantOf(now),
      fulfilledAt: null,
      cancelledAt: null,
    };
    const answer = { orderId, number: order.number, total };
    tx.create(tenantDocuments.order(orderId), order);
    tx.update(tenantDocuments.counters(), count.counters);
    recordUsage(tx, { meter: 'orders', quantity: 1, act: orderId, at: now });
    for (const { line, stockAfter } of priced) {
      tx.update(tenantDocuments.product(line.productId), { stock: stockAfter });
    }
    remember(tx, answer, now);
    const { orderText } = profile;
    tellCustomer(call, order, {
      kind: 'order-placed',
      data: { ...orderMail(orderId, order, profile), orderText, message: order.message, byStaff },
    });
    return answer;
  },
});

async function readShop(call: MemberCall<ApiParsed<'placeOrder'>>, wanted: readonly WantedLine[]) {
  const { tx, tenantId } = call;
  const [profile, tenant, counters, customer, products] = await Promise.all([
    requireProfile(tx),
    tx.get(tenantDocuments.tenant()),
    tx.get(tenantDocuments.counters()),
    customerOf(call),
    tx.getAll(wanted.map(({ productId }) => tenantDocuments.product(productId))),
  ]);
  if (!tenant || !counters) throw new Error(`Tenant ${tenantId} lacks itself or its counters.`);
  return { profile, tenant, counters, customer, products };
}

function requireExpected(expected: number | undefined, total: number): void {
  if (expected === undefined || expected === total) return;
  throw new Refusal('price-changed', 'Prices have changed meanwhile. Look at the new total and order again.', {
    total,
  });
}
