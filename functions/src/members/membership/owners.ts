import type { MemberDocument } from '@tenantry/model/documents/people';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import type { BuiltInRole } from '@tenantry/model/roles';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

/** Owners are few; a business that made all its people owners tells so many of them. */
const toldAtMost = 50;

const ownerRole: BuiltInRole = 'owner';
const membersAs = declareQuery('members', { where: [['role', '==']] });

/** Whom a mail to those who answer for a business goes to, and the business that it is about. */
export type Owners = {
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
