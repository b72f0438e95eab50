import type { Preparation } from '../../mail/preparation.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { inviteLink } from './invite-secret.ts';

/** The mail of an invitation goes out while that generation is open, with a link made then; the invitation says how it fares. */
export const prepareInvitation: Preparation<'invitation'> = {
  secretLink: inviteLink,
  async stillWanted(tx, { inviteId, generation }, now) {
    const invite = await tx.get(tenantDocuments.invite(inviteId));
    const open = invite?.status === 'open' && invite.expiresAt.toMillis() > now.getTime();
    return open && invite.generation === generation;
  },
  async noted(tx, { inviteId, generation }, state, now) {
    const path = tenantDocuments.invite(inviteId);
    const invite = await tx.get(path);
    // Of a former generation nobody wants to know any more.
    if (invite?.generation !== generation) return () => undefined;
    return () => tx.update(path, { mail: { generation, state, at: instantOf(now) } });
  },
};
