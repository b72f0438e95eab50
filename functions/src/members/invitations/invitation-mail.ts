import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { MailRequest } from '../../platform/outbox.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import type { InviteReference } from './invite-secret.ts';

/** What the mail says of an invitation. */
type Invitation = InviteReference & Pick<InviteDocument, 'email' | 'role' | 'message'>;

/** The mail of an invitation; the link's secret is made when it is sent. */
export function invitationMail(
  tenant: TenantDocument,
  { email, tenantId, inviteId, generation, role, message }: Invitation,
  inviter: MemberDocument,
): MailRequest {
  return {
    kind: 'invitation',
    to: email,
    data: { tenantId, inviteId, generation, tenantName: tenant.name, inviterName: inviter.displayName, role, message },
  };
}

/** The business that the mail speaks of. */
export async function readOwnTenant(tx: TenantTransaction): Promise<TenantDocument> {
  const tenant = await tx.get(tenantDocuments.tenant());
  if (!tenant) throw new Error('This tenant lacks its own document.');
  return tenant;
}
