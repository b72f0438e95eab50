import type { MemberDocument } from '@tenantry/model/documents/people';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import type { SupportMail } from '@tenantry/model/mails';
import type { BuiltInRole } from '@tenantry/model/roles';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';

/** Owners are few; a business that made all its people owners tells so many of them. */
const toldAtMost = 50;

const ownerRole: BuiltInRole = 'owner';
const membersAs = declareQuery('members', { where: [['role', '==']] });

/** Whom a mail about support's door goes to, and the business that it is about. */
type Owners = {
  readonly owners: readonly MemberDocument[];
  readonly tenant: TenantDocument;
};

/** Reads the owners and their business; before the first write, as Firestore demands. */
export async function readOwners(tx: TenantTransaction): Promise<Owners> {
  const [tenant, found] = await Promise.all([
    tx.get(tenantDocuments.tenant()),
    tx.find(tenantDocuments.members(), membersAs, [ownerRole], toldAtMost),
  ]);
  if (!tenant) throw new Error('This tenant lacks its own document.');
  return { owners: found.map(({ data }) => data), tenant };
}

/** Tells every owner by mail what became of the door to support, whoever opened it included. */
export function tellOwners(
  { mail }: Pick<TenantWork, 'mail'>,
  { owners, tenant: { name: tenantName, slug } }: Owners,
  kind: 'support-opened' | 'support-entered',
  happened: Omit<SupportMail, 'tenantName' | 'slug'>,
): void {
  for (const { email } of owners) if (email !== '') mail({ kind, to: email, data: { tenantName, slug, ...happened } });
}
