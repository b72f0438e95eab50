import type { MemberDocument } from '@tenantry/model/documents/people';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

/** The member whom an operation is about. Throws `missing` when nobody with that uid belongs to the tenant. */
export async function requireMemberByUid(tx: TenantTransaction, uid: string): Promise<MemberDocument> {
  const member = await tx.get(tenantDocuments.member(uid));
  if (!member) throw new Refusal('missing', 'This person is not, or no longer, in your business.');
  return member;
}
