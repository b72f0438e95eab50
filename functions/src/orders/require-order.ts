import type { OrderDocument, OrderStatus } from '@tenantry/model/documents/business';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

/** The answer to who may manage orders and names one that is not there. */
export function noSuchOrder(): Refusal {
  return new Refusal('missing', 'There is no such order.');
}

/** Throws `state`, with the order's status, unless it is one of these. */
export function requireOrderStatus({ status }: OrderDocument, allowed: readonly OrderStatus[]): void {
  if (!allowed.includes(status)) throw new Refusal('state', statusWords[status], { status });
}

const statusWords = {
  placed: 'This order is still open. Reload the page to see where it stands.',
  fulfilled: 'This order was fulfilled already.',
  cancelled: 'This order was cancelled already.',
} as const satisfies Record<OrderStatus, string>;

/** What the shop is called and sells in. */
export async function requireProfile(tx: TenantTransaction): Promise<ProfileDocument> {
  const profile = await tx.get(tenantDocuments.profile());
  if (!profile) throw new Error('The tenant lacks its profile.');
  return profile;
}
