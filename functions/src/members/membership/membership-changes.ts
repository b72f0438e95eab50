import { raiseFence } from '@tenantry/model/access';
import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { type RoleKey, takesSeat } from '@tenantry/model/roles';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import { mayGrant } from './grants.ts';
import { inviteSeats, membershipSeats, planSeats, type SeatChange } from './seats.ts';

/** Somebody who comes in, as the member document will show them. */
export type Newcomer = Pick<MemberDocument, 'uid' | 'email' | 'displayName'>;

/**
 * Lets somebody in at the present `seq`. Access is read and not written, so that people who join at once don't wait
 * for each other; what they held before a removal is below the fence, which is at most the present `seq`.
 */
export async function addMember(
  work: TenantWork,
  { uid, email, displayName }: Newcomer,
  role: RoleKey,
  ...seats: readonly SeatChange[]
): Promise<void> {
  const writeSeats = await planSeats(work.tx, membershipSeats(undefined, role), ...seats);
  await work.changesMembership(uid, { active: true });
  const at = instantOf(work.now);
  work.tx.create(tenantDocuments.member(uid), {
    uid,
    role,
    version: work.access.seq,
    email,
    displayName,
    joinedAt: at,
    lastSeenAt: at,
  });
  writeSeats();
}

type MembershipChangeOptions = {
  /** The person has just turned to the tenant. */
  readonly active?: boolean;
  readonly seats?: readonly SeatChange[];
  /** Open invitations that end with this. */
  readonly withdrawn?: readonly Found<InviteDocument>[];
};

/**
 * Gives a member another role, or takes the membership away (`undefined`). The fence rises in the same write, so
 * that every token from before is refused once this commits; open invitations that the person may no longer
 * grant are revoked with it, and those in `withdrawn`. Throws `last-owner` or `plan-limit`.
 */
export async function changeMembership(
  work: TenantWork,
  { uid, role: before }: MemberDocument,
  after: RoleKey | undefined,
  { active = false, seats = [], withdrawn = [] }: MembershipChangeOptions = {},
): Promise<void> {
  const { tx } = work;
  const beyond = await invitesBeyond(work, uid, before, after);
  const lapsed = [...beyond, ...withdrawn.filter(({ data }) => data.invitedBy !== uid)];
  const writeSeats = await planSeats(
    tx,
    membershipSeats(before, after),
    ...lapsed.map(({ data }) => inviteSeats(data.role, -1)),
    ...seats,
  );
  await work.changesMembership(uid, { active });

  const { access, version } = raiseFence(work.access, [uid]);
  tx.update(tenantDocuments.access(), { seq: access.seq, fence: access.fence, floor: access.floor });
  if (after === undefined) tx.delete(tenantDocuments.member(uid));
  else tx.update(tenantDocuments.member(uid), { role: after, version });
  writeSeats();
  for (const { id, data } of lapsed) {
    tx.update(tenantDocuments.invite(id), { status: 'revoked' });
    work.audit({ action: 'invite.revoked', target: id, details: { role: data.role, invitedBy: data.invitedBy } });
  }
}

const invitesBy = declareQuery('invites', {
  where: [
    ['invitedBy', '=='],
    ['status', '=='],
  ],
});

/** The open invitations of a person that they may not grant any more in their next role. */
async function invitesBeyond({ tx, access }: TenantWork, uid: string, before: RoleKey, after: RoleKey | undefined) {
  // Who held no seat could invite nobody, and customers who leave write no audit entry.
  if (!takesSeat(before)) return [];
  const open = await tx.find(tenantDocuments.invites(), invitesBy, [uid, 'open']);
  return open.filter(({ data }) => after === undefined || !mayGrant(after, data.role, access.roles));
}
