import type { OrderDocument } from '@tenantry/model/documents/business';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import type { Mail, OrderMail } from '@tenantry/model/mails';
import type { MemberCall } from '../platform/operations/operation.ts';

/** What a mail about an order says of it; each kind adds its own. */
export function orderMail(orderId: string, order: OrderDocument, { name, slug }: ProfileDocument): OrderMail {
  const { number, currency, lines, total, customerName } = order;
  return { shopName: name, slug, orderId, number, currency, lines, total, customerName };
}

/** Tells an order's customer by mail, when the order has an address. */
export function tellCustomer(
  { mail }: Pick<MemberCall<never>, 'mail'>,
  { customerEmail }: Pick<OrderDocument, 'customerEmail'>,
  message: Mail,
): void {
  if (customerEmail !== null) mail({ ...message, to: customerEmail });
}
