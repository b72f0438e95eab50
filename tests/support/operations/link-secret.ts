import { inviteLink } from '../../../functions/src/members/invitations/invite-secret.ts';

/** The secret of an invitation's link in one of its generations. */
export function linkSecret(tenantId: string, inviteId: string, generation = 1): string {
  return new URL(inviteLink({ tenantId, inviteId, generation })).hash.slice(1);
}
