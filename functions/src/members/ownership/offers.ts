import type { MemberDocument } from '@tenantry/model/documents/people';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { Found, TenantTransaction } from '../../platform/data/scoped-transaction.ts';

const offeredBy = declareQuery('members', { where: [['ownershipOffer.by', '==']] });

/** The members whom somebody has offered their place as an owner. */
export function offersOf(tx: TenantTransaction, uid: string): Promise<Found<MemberDocument>[]> {
  return tx.find(tenantDocuments.members(), offeredBy, [uid]);
}

/** Takes back what somebody was offered. */
export function endOffer(tx: TenantTransaction, uid: string): void {
  tx.update(tenantDocuments.member(uid), { ownershipOffer: null });
}
