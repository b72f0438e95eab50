import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { MailRequest } from '../../platform/outbox.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import type { InviteReference } from './invite-secret.ts';

/** What the mail says of an invitation. */
type Invitation = InviteReference & Pick<InviteDocument, 'email' | 'role' | 'message'>;

/** Reads what the mail of an invitation needs. Answers the mail; the link's secret is made when it is sent. */
export async function invitationMail(
  tx: TenantTransaction,
  { email, ...invitation }: Invitation,
  inviter: MemberDocument,
): Promise<MailRequest> {
  const tenant = await tx.get(tenantDocuments.tenant());
  if (!tenant) throw new Error('This tenant lacks its own document.');
  const { tenantId, inviteId, generation, role, message } = invitation;
  return {
    kind: 'invitation',
    to: email,
    data: { tenantId, inviteId, generation, tenantName: tenant.name, inviterName: inviter.displayName, role, message },
  };
}
