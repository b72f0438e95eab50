import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import type { Found, TenantTransaction } from '../platform/data/scoped-transaction.ts';
import { findEmailOf } from '../platform/data/sign-in-addresses.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { openInvitesOf } from './invitations/invitations.ts';
import { requireMayTouch } from './membership/grants.ts';
import { readMembershipMail, tellMember } from './mail/tell-member.ts';
import { changeMembership } from './membership/membership-changes.ts';
import { requireMemberByUid } from './membership/require-member.ts';

/**
 * Takes somebody out of the business. No token of theirs opens anything of it once this has answered, and no invitation
 * from before brings them back in by an address that is theirs: the one that the business knows, and the one that they
 * sign in with now. An invitation to an address that they take on later stays what it is, a promise to whoever has it.
 */
export const removeMember = memberOperation('removeMember', {
  permissions: ['member:manage'],
  gate: 'release',
  audited: true,
  async run(work) {
    const target = await requireMemberByUid(work.tx, work.input.uid);
    requireMayTouch(work.member.role, target.role, work.access.roles);
    const withdrawn = await openInvitesTo(work.tx, target);
    const { roles: _, ...told } = await readMembershipMail(work);
    await changeMembership(work, target, undefined, { withdrawn });
    tellMember(work, target, { kind: 'member-removed', data: told });
    work.audit({ action: 'member.removed', target: target.uid, details: { role: target.role } });
    return {};
  },
});

/** The open invitations to the address that the business knows of somebody, and to the one that they sign in with now. */
async function openInvitesTo(tx: TenantTransaction, { uid, email }: MemberDocument): Promise<Found<InviteDocument>[]> {
  const [known, present] = await Promise.all([openInvitesOf(tx, email), findEmailOf(uid)]);
  return present === undefined || present === email ? known : [...known, ...(await openInvitesOf(tx, present))];
}
