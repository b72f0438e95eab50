import type { InviteDocument } from '@tenantry/model/documents/people';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { invitationMails, invitationMailsToAddress } from '@tenantry/model/invitation-mails';
import { fitsLimit } from '@tenantry/model/plans';
import { dayOf, enoughForToday } from '../../platform/operations/daily-count.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import type { MemberCall } from '../../platform/operations/operation.ts';

/** A mail that is to go out: whether to somebody outside of the business, and the address's invitations, also past ones. */
type Wanted = { readonly stranger: boolean; readonly invites: readonly Found<InviteDocument>[] };

/** What may still be mailed today, while a transaction decides. */
export type MailAllowance = {
  /** Throws `rate` when this mail would be one too many. Nothing is counted. */
  readonly judge: (mail: Wanted) => void;
  /** Counts a mail that was judged, for those that are judged after it. */
  readonly take: (mail: Wanted) => void;
  /** Writes what was taken. */
  readonly write: () => void;
};

/**
 * Reads what the business, and where its plan says so the person, has mailed to strangers today: nobody may send spam
 * through us by inviting.
 */
export async function readAllowance(
  { today, tenantId, member, now }: Pick<MemberCall<unknown>, 'today' | 'tenantId' | 'member' | 'now'>,
  { plan }: TenantDocument,
): Promise<MailAllowance> {
  const { ofBusiness, ofPerson } = invitationMails[plan];
  const counts = await Promise.all(
    [
      { key: `invitations-${tenantId}`, limit: ofBusiness },
      { key: `invitations-${member.uid}`, limit: ofPerson },
    ].flatMap(({ key, limit }) => (limit === null ? [] : [today(key).then((count) => ({ ...count, limit }))])),
  );
  let taken = 0;
  return {
    judge({ stranger, invites }) {
      const room = !stranger || counts.every(({ count, limit }) => fitsLimit(limit, count + taken + 1));
      if (!room || mailedToday(invites, now) >= invitationMailsToAddress) throw enoughForToday(now);
    },
    take({ stranger }) {
      if (stranger) taken += 1;
    },
    write() {
      for (const { add } of counts) add(taken);
    },
  };
}

/** How often an invitation is mailed today, with the mail that goes out now. */
export function mailedOnceMore(invite: InviteDocument | undefined, now: Date): { day: string; times: number } {
  const day = dayOf(now);
  return { day, times: (invite?.mailed?.day === day ? invite.mailed.times : 0) + 1 };
}

function mailedToday(invites: readonly Found<InviteDocument>[], now: Date): number {
  const day = dayOf(now);
  return invites.reduce((sum, { data }) => sum + (data.mailed?.day === day ? data.mailed.times : 0), 0);
}
