import { orderOperations } from '@tenantry/model/operations/orders';
import type { Findings } from '../../doctor/findings.ts';
import { declarePages, eachPage } from '../../doctor/pages.ts';
import { idempotencyShape } from '../../doctor/record-shapes.ts';
import { wellShaped } from '../../doctor/shape.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

const keyPages = declarePages('idempotency');
const day = 86_400_000;
/** Keys are remembered for 90 days, and go some time after. */
const countedDays = 80;
const byHand = 'No operation leaves this behind: find out who wrote it.';

/** From when on every order has its key still, in milliseconds. */
export function keyedSince(now: number): number {
  return now - countedDays * day;
}

/** Every key's order is there, as its caller was answered; and of late there are as many orders as keys, where they could be counted. */
export async function judgeKeys(
  tx: TenantTransaction,
  recentOrders: number | undefined,
  since: number,
  found: Findings,
): Promise<void> {
  let recent = 0;
  let odd = 0;
  for await (const page of eachPage(tx, tenantDocuments.idempotencyKeys(), keyPages)) {
    const keys = wellShaped(page, 'idempotency', idempotencyShape, found);
    odd += page.length - keys.length;
    recent += keys.filter(({ data }) => data.at.toMillis() >= since).length;
    const answers = keys.map(({ id, data }) => [id, orderOperations.placeOrder.output.safeParse(data.answer)] as const);
    for (const [id, { success }] of answers)
      if (!success)
        found.add({ about: `idempotency/${id}`, is: 'no answer of an order', shouldBe: 'one', remedy: byHand });
    const known = answers.flatMap(([, { data }]) => (data ? [data] : []));
    const placed = await tx.getAll(known.map(({ orderId }) => tenantDocuments.order(orderId)));
    for (const [index, { orderId, number, total }] of known.entries()) {
      const order = placed[index];
      const is = order && [order.number, order.total];
      found.expect(`number and total that were answered for orders/${orderId}`, is, [number, total], byHand);
    }
  }
  if (recentOrders === undefined || odd > 0) return;
  found.expect(`count of orders of ${countedDays} days, beside that of keys`, recentOrders, recent, byHand);
}
