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
  member: MemberDocument,
  after: RoleKey | undefined,
  options: MembershipChangeOptions = {},
): Promise<void> {
  await changeMemberships(work, [[member, after]], options);
}

/** A member, and the role that they have from now on; none takes the membership away. */
export type MembershipChange = readonly [member: MemberDocument, after: RoleKey | undefined];

/** The same for several people at once: one rise of the fence, one judgement of seats and owners. */
export async function changeMemberships(
  work: TenantWork,
  changes: readonly MembershipChange[],
  { active = false, seats = [], withdrawn = [] }: MembershipChangeOptions = {},
): Promise<void> {
  const { tx } = work;
  const beyond = (await Promise.all(changes.map((change) => invitesBeyond(work, change)))).flat();
  const lapsed = [...new Map([...withdrawn, ...beyond].map((found) => [found.id, found])).values()];
  const writeSeats = await planSeats(
    tx,
    ...changes.map(([{ role }, after]) => membershipSeats(role, after)),
    ...lapsed.map(({ data }) => inviteSeats(data.role, -1)),
    ...seats,
  );
  for (const [{ uid }] of changes) await work.changesMembership(uid, { active });

  if (changes.length > 0) writeMemberships(work, changes);
  writeSeats();
  for (const { id, data } of lapsed) {
    tx.update(tenantDocuments.invite(id), { status: 'revoked' });
    work.audit({ action: 'invite.revoked', target: id, details: { role: data.role, invitedBy: data.invitedBy } });
  }
}

/** Renews a member's version: every token of theirs from before is refused once this commits, and nothing else changes. */
export async function renewMembership(work: TenantWork, { uid }: MemberDocument): Promise<void> {
  await work.changesMembership(uid);
  const { access, version } = raiseFence(work.access, [uid]);
  work.tx.update(tenantDocuments.access(), { seq: access.seq, fence: access.fence, floor: access.floor });
  work.tx.update(tenantDocuments.member(uid), { version });
}

function writeMemberships({ tx, access: before }: TenantWork, changes: readonly MembershipChange[]): void {
  const uids = changes.map(([{ uid }]) => uid);
  const { access, version } = raiseFence(before, uids);
  tx.update(tenantDocuments.access(), { seq: access.seq, fence: access.fence, floor: access.floor });
  for (const [{ uid }, after] of changes) {
    if (after === undefined) tx.delete(tenantDocuments.member(uid));
    else tx.update(tenantDocuments.member(uid), { role: after, version });
  }
}

const invitesBy = declareQuery('invites', {
  where: [
    ['invitedBy', '=='],
    ['status', '=='],
  ],
});

/** The open invitations of a person that they may not grant any more in their next role. */
async function invitesBeyond({ tx, access }: TenantWork, [{ uid, role }, after]: MembershipChange) {
  // Who managed nobody could invite nobody, and customers who leave write no audit entry.
  if (!takesSeat(role)) return [];
  const open = await tx.find(tenantDocuments.invites(), invitesBy, [uid, 'open']);
  return open.filter(({ data }) => after === undefined || !mayGrant(after, data.role, access.roles));
}
