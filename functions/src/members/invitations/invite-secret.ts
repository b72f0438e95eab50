import { createHmac, timingSafeEqual } from 'node:crypto';
import { inviteKey, webUrl } from '../../platform/environment.ts';

/** What a link is about. A resent invitation is another generation, so that the old link is dead. */
export type InviteReference = { readonly tenantId: string; readonly inviteId: string; readonly generation: number };

/** The link of an invitation. The secret is in the fragment, which no server's log and no referrer shows. */
export function inviteLink(invite: InviteReference): string {
  return `${webUrl.value()}/invite/${invite.tenantId}/${invite.inviteId}#${inviteSecret(invite)}`;
}

/** Whether a secret is the one of this invitation in this generation; takes the same time whatever is wrong with it. */
export function isInviteSecret(invite: InviteReference, secret: string): boolean {
  // The text is compared, not the bytes that it encodes: base64url has several texts for some.
  const [given, right] = [Buffer.from(secret), Buffer.from(inviteSecret(invite))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** HMAC-SHA-256, base64url. Nothing stores it: whoever needs it has the key, and makes it again. */
function inviteSecret({ tenantId, inviteId, generation }: InviteReference): string {
  return createHmac('sha256', inviteKey.value())
    .update(JSON.stringify(['invite', tenantId, inviteId, generation]))
    .digest('base64url');
}
