import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import type { CustomRoles, RoleKey } from '@tenantry/model/roles';
import { takesSeat } from '@tenantry/model/roles';
import type { Caller } from '../../platform/operations/caller.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { denied, Refusal } from '../../platform/operations/errors.ts';
import { requireStatus } from '../../platform/operations/member-call.ts';
import { personOperation, type TenantWork } from '../../platform/operations/operation.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';
import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { glimpseTenant } from '../../platform/data/transactions.ts';
import { type InviteReference, isInviteSecret } from './invite-secret.ts';
import { hasExpired, requireUnfinished } from './invitations.ts';
import { holdsAllOf, mayGrant } from '../membership/grants.ts';
import { addMember, changeMembership, type Newcomer } from '../membership/membership-changes.ts';
import { callerAsNewcomer } from '../membership/newcomer.ts';
import { inviteSeats, planSeats } from '../membership/seats.ts';

/**
 * Lets the invited person in, once. Whoever lacks the secret learns nothing: no such business, no such invitation and a
 * wrong or replaced secret are one answer. The same person asking again is answered the same.
 */
export const acceptInvite = personOperation('acceptInvite', {
  verifiedEmail: true,
  async run({ caller, input, now, requestId }) {
    const { tenantId, inviteId, secret } = input;
    return inTenantContext(tenantId, requestId, async () => {
      const path = tenantDocuments.invite(inviteId);
      requireProven(await glimpseTenant((tx) => tx.get(path)), { tenantId, inviteId }, secret);
      const newcomer = await callerAsNewcomer(caller);
      return workInTenant({ actor: caller.uid, audited: 'when-changed', now }, async (work) => {
        const invite = requireProven(await work.tx.get(path), { tenantId, inviteId }, secret);
        requireInvited(invite, caller);
        const member = await work.tx.get(tenantDocuments.member(caller.uid));
        const repeated = invite.status === 'accepted' && invite.acceptedBy === caller.uid && member !== undefined;
        if (!repeated) requireOpen(invite, now);
        requireStatus('work', work.access.status);
        if (repeated) {
          await work.changesMembership(caller.uid, { active: true });
          return { tenantId, role: member.role };
        }
        await requireInviter(work, invite);
        const role = await letIn(work, caller, invite, newcomer, member);
        work.tx.update(path, { status: 'accepted', acceptedBy: caller.uid });
        work.audit({
          action: 'invite.accepted',
          target: inviteId,
          details: { uid: caller.uid, before: member?.role ?? null, after: role },
        });
        return { tenantId, role };
      });
    });
  },
});

/** The invitation, to whoever has its secret. The secret is made and compared whether or not there is one. */
function requireProven(
  invite: InviteDocument | undefined,
  reference: Omit<InviteReference, 'generation'>,
  secret: string,
): InviteDocument {
  const proven = isInviteSecret({ ...reference, generation: invite?.generation ?? 0 }, secret);
  if (!invite || !proven) throw denied();
  return invite;
}

function requireInvited(invite: InviteDocument, caller: Caller): void {
  if (invite.email === caller.email) return;
  throw new Refusal(
    'invite-email',
    'This invitation is for another e-mail address. Sign in with the address that it was sent to.',
  );
}

function requireOpen(invite: InviteDocument, now: Date): void {
  requireUnfinished(invite);
  if (hasExpired(invite, now)) throw new Refusal('invite-expired', 'This invitation has run out. Ask for another one.');
}

/** Throws `invite-revoked` when who invited has gone, or could not give the role any more. */
async function requireInviter({ tx, access }: TenantWork, { invitedBy, role }: InviteDocument): Promise<void> {
  const inviter = await tx.get(tenantDocuments.member(invitedBy));
  if (inviter && mayGrant(inviter.role, role, access.roles)) return;
  throw new Refusal('invite-revoked', 'This invitation is no longer good. Ask for another one.');
}

/** Makes the caller a member, or raises the role that they have. Answers the role that they have from now on. */
async function letIn(
  work: TenantWork,
  caller: Caller,
  { role }: InviteDocument,
  newcomer: Newcomer,
  member: MemberDocument | undefined,
): Promise<RoleKey> {
  const closed = inviteSeats(role, -1);
  if (!member) {
    await addMember(work, caller, newcomer, role, closed);
    return role;
  }
  if (raises(member.role, role, work.access.roles)) {
    await changeMembership(work, member, role, { active: true, seats: [closed] });
    return role;
  }
  const writeSeats = await planSeats(work.tx, closed);
  await work.changesMembership(member.uid, { active: true });
  writeSeats();
  return member.role;
}

/** Whether an invitation changes a role that one has: it takes nothing away, except that customers become staff. */
function raises(present: RoleKey, invited: RoleKey, roles: CustomRoles): boolean {
  if (present === invited || !takesSeat(invited)) return false;
  return !takesSeat(present) || holdsAllOf(invited, present, roles);
}
