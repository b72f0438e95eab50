import type { MemberDocument } from '@tenantry/model/documents/people';
import type { MailData } from '@tenantry/model/mails';
import { can } from '@tenantry/model/roles';
import { passesGate } from '@tenantry/model/tenant-status';
import type { Preparation } from '../../mail/preparation.ts';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { type StoredAccess, tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

const whoAsked = declareQuery('members', { where: [['notifications.newOrders', '==']] });
/** People told of one order: what one transaction can well write. */
const toldAtMost = 200;

/**
 * The confirmation to a customer brings a mail to each of the team who asked to be told of new orders. An order that
 * the team itself has taken brings none: nobody there needs to learn of it.
 */
export const prepareConfirmation: Preparation<'order-placed'> = {
  async followedBy(tx, confirmation) {
    if (confirmation.byStaff) return [];
    const asked = await tx.find(tenantDocuments.members(), whoAsked, [true], toldAtMost);
    if (asked.length === 0) return [];
    const [access, order] = await Promise.all([
      tx.get(tenantDocuments.access()),
      tx.get(tenantDocuments.order(confirmation.orderId)),
    ]);
    if (order?.status !== 'placed') return [];
    const told = { ...withoutShopsText(confirmation), placedAt: order.placedAt.toMillis() };
    return asked
      .filter(({ data }) => data.uid !== order.customerUid && mayBeTold(data, access))
      .map(({ data: { uid, email } }) => ({ kind: 'order-arrived', to: email, data: { ...told, uid } }));
  },
};

/** Whoever lost the right, or the wish, since the order came is told nothing of it; nor of one that is dealt with. */
export const prepareArrival: Preparation<'order-arrived'> = {
  async stillWanted(tx, { uid, orderId }) {
    const [member, access, order] = await readStanding(tx, uid, orderId);
    return order?.status === 'placed' && member !== undefined && mayBeTold(member, access);
  },
};

/** What the team is told of an order: not what the shop says to whoever ordered. */
function withoutShopsText({
  shopName,
  slug,
  orderId,
  number,
  currency,
  lines,
  total,
  customerName,
  message,
}: MailData<'order-placed'>) {
  return { shopName, slug, orderId, number, currency, lines, total, customerName, message };
}

function readStanding(tx: TenantTransaction, uid: string, orderId: string) {
  return Promise.all([
    tx.get(tenantDocuments.member(uid)),
    tx.get(tenantDocuments.access()),
    tx.get(tenantDocuments.order(orderId)),
  ]);
}

/** Whether somebody asked for it, and may see every order of the business as it stands. */
function mayBeTold({ notifications, email, role }: MemberDocument, access: StoredAccess | undefined): boolean {
  if (!access || !passesGate('release', access.status) || email === '') return false;
  const sees = can(role, 'order:read', access.roles) || can(role, 'order:manage', access.roles);
  return sees && notifications?.newOrders === true;
}
