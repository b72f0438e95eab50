import type { MemberDocument } from '@tenantry/model/documents/people';
import { can } from '@tenantry/model/roles';
import { readOwners } from '../../members/membership/owners.ts';
import { type BillingRecord, tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

/** Somebody whom Stripe can write to. */
export type Contact = { readonly uid: string; readonly email: string };

export type Choice = {
  /** Who asks to be it. */
  readonly wish: Contact | undefined;
  /** People whose address Stripe refused. */
  readonly refused: ReadonlySet<string>;
  /** The address that Stripe has. */
  readonly present: string | null;
};

/**
 * Whom Stripe is to write to about the present tenant: who asks to be it, else who is it, while they may look after the payments; else
 * the owner of the longest standing. Nobody (`undefined`) where Stripe takes no owner's address.
 */
export async function chooseContact(
  tx: TenantTransaction,
  { contact }: BillingRecord,
  { wish, refused, present }: Choice,
): Promise<Contact | undefined> {
  for (const uid of [wish?.uid, contact?.uid]) {
    if (typeof uid !== 'string' || refused.has(uid)) continue;
    const member = await tx.get(tenantDocuments.member(uid));
    // Their token may know of a newer address than their membership.
    if (mayPay(member)) return { uid, email: uid === wish?.uid ? wish.email : member.email };
  }
  const { owners } = await readOwners(tx);
  const byStanding = owners
    .filter(({ uid, email }) => email !== '' && !refused.has(uid))
    .toSorted((a, b) => a.joinedAt.toMillis() - b.joinedAt.toMillis());
  // Before this was kept, Stripe had the address of whoever opened its pages last: an owner's stays.
  return (contact ? undefined : byStanding.find(({ email }) => email === present)) ?? byStanding[0];
}

export function mayPay(member: MemberDocument | undefined): member is MemberDocument {
  return member !== undefined && can(member.role, 'billing:manage');
}
