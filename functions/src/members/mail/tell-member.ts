import type { MemberDocument } from '@tenantry/model/documents/people';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import type { Mail, MembershipMail } from '@tenantry/model/mails';
import type { RoleKey } from '@tenantry/model/roles';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { MemberCall } from '../../platform/operations/operation.ts';

type Work = Pick<MemberCall<unknown>, 'tx' | 'mail' | 'member'>;

/** Reads what mails about somebody's place in the business say of it; before the first write, as Firestore demands. */
export async function readMembershipMail({
  tx,
  member,
}: Work): Promise<MembershipMail & Pick<TenantDocument, 'roles'>> {
  const tenant = await tx.get(tenantDocuments.tenant());
  if (!tenant) throw new Error('This tenant lacks its own document.');
  const { name, slug, roles } = tenant;
  return { tenantName: name, slug, actorName: member.displayName, ...(roles ? { roles } : {}) };
}

/** What a mail calls a role: a built-in one by its key, for the template to word, and one of the business's own by its name. */
export function roleInMail(roles: TenantDocument['roles'], role: RoleKey): string {
  return roles && Object.hasOwn(roles, role) ? (roles[role]?.name ?? role) : role;
}

/** Tells a member by mail what became of them; not oneself, and nobody without an address. */
export function tellMember({ mail, member }: Work, { uid, email }: MemberDocument, message: Mail): void {
  if (email !== '' && uid !== member.uid) mail({ ...message, to: email });
}
