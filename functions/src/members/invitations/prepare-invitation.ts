import type { Preparation } from '../../mail/preparation.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { inviteLink } from './invite-secret.ts';

/** The mail of an invitation goes out while that generation of it is open, with a link that is made then. */
export const prepareInvitation: Preparation<'invitation'> = {
  secretLink: inviteLink,
  async stillWanted(tx, { inviteId, generation }, now) {
    const invite = await tx.get(tenantDocuments.invite(inviteId));
    return invite?.status === 'open' && invite.generation === generation && invite.expiresAt.toMillis() > now.getTime();
  },
};
