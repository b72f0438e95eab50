import { raiseFence } from '@tenantry/model/access';
import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { can, type RoleKey, takesSeat } from '@tenantry/model/roles';
import { announceSeats } from '../../billing/seats/announce-seats.ts';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { type Caller, requireLiveSignIn } from '../../platform/operations/caller.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import { recordSeat } from '../../usage/record-seat.ts';
import { openInvitesTo } from '../invitations/open-invites-to.ts';
import { endOffer, offersOf } from '../ownership/offers.ts';
import { holdsAllOf, mayGrant } from './grants.ts';
import { inviteSeats, membershipSeats, planSeats, type SeatChange } from './seats.ts';

/** Somebody who comes in, as the member document will show them. */
export type Newcomer = Pick<MemberDocument, 'uid' | 'email' | 'displayName'>;

/**
 * Lets the caller in at the present `seq`. Access is read and not written, so that people who join at once don't wait
 * for each other; what they held before a removal is below the fence, which is at most the present `seq`. The sign-in is asked for once their mark stands: an account that is being deleted
 * ends sign-ins before it looks for marks, so that one of the two sees the other. Throws `sign-in`.
 */
export async function addMember(
  work: TenantWork,
  caller: Caller,
  { uid, email, displayName }: Newcomer,
  role: RoleKey,
  ...seats: readonly SeatChange[]
): Promise<void> {
  const counted = [membershipSeats(undefined, role), ...seats];
  const [writeSeats] = await Promise.all([planSeats(work.tx, ...counted), announceSeats(work, counted)]);
  await work.changesMembership(uid, { active: true });
  await requireLiveSignIn(caller);
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
  recordSeat(work.tx, { uid, version: work.access.seq, before: undefined, after: role, at: work.now });
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
 * that every token from before is refused once this commits. With it ends what would outlive it: open invitations that the
 * person may no longer grant, those in `withdrawn`, those to somebody who may less from now on, and offers of ownership
 * to and from them. Throws `last-owner` or `plan-limit`.
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
  const lowered = changes.filter((change) => isLowered(work, change)).map(([member]) => member);
  const [beyond, promised, offers] = await Promise.all([
    Promise.all(changes.map((change) => invitesBeyond(work, change))),
    openInvitesTo(tx, lowered),
    offersEndedBy(work, changes),
  ]);
  const lapsed = [...new Map([...withdrawn, ...beyond.flat(), ...promised].map((found) => [found.id, found])).values()];
  const counted = [
    ...changes.map(([{ role }, after]) => membershipSeats(role, after)),
    ...lapsed.map(({ data }) => inviteSeats(data.role, -1)),
    ...seats,
  ];
  const [writeSeats] = await Promise.all([planSeats(tx, ...counted), announceSeats(work, counted)]);
  await Promise.all(changes.map(([{ uid }]) => work.changesMembership(uid, { active })));

  if (changes.length > 0) writeMemberships(work, changes);
  writeSeats();
  for (const uid of offers) endOffer(tx, uid);
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

function writeMemberships({ tx, access: before, now }: TenantWork, changes: readonly MembershipChange[]): void {
  const uids = changes.map(([{ uid }]) => uid);
  const { access, version } = raiseFence(before, uids);
  tx.update(tenantDocuments.access(), { seq: access.seq, fence: access.fence, floor: access.floor });
  for (const [{ uid, role, ownershipOffer }, after] of changes) {
    recordSeat(tx, { uid, version, before: role, after, at: now });
    if (after === undefined) tx.delete(tenantDocuments.member(uid));
    else tx.update(tenantDocuments.member(uid), { role: after, version });
    if (after !== undefined && ownershipOffer) endOffer(tx, uid);
  }
}

/** Whether somebody of the team stays and may less from now on. */
function isLowered({ access }: TenantWork, [{ role }, after]: MembershipChange): boolean {
  return after !== undefined && takesSeat(role) && !holdsAllOf(after, role, access.roles);
}

/** Who else was offered the place of somebody who is an owner no more; a change's own people are seen to with it. */
async function offersEndedBy({ tx }: TenantWork, changes: readonly MembershipChange[]): Promise<string[]> {
  const leaving = changes.filter(
    ([{ role }, after]) => can(role, 'owner:manage') && (after === undefined || !can(after, 'owner:manage')),
  );
  const offered = (await Promise.all(leaving.map(([{ uid }]) => offersOf(tx, uid)))).flat();
  const changed = new Set(changes.map(([{ uid }]) => uid));
  return offered.map(({ id }) => id).filter((uid) => !changed.has(uid));
}

const invitesBy = declareQuery('invites', {
  where: [
    ['invitedBy', '=='],
    ['status', '=='],
  ],
});

/** The open invitations of a person that they may not grant any more in their next role. */
export async function invitesBeyond({ tx, access }: TenantWork, [{ uid, role }, after]: MembershipChange) {
  // Who managed nobody could invite nobody, and customers who leave write no audit entry.
  if (!takesSeat(role)) return [];
  const open = await tx.find(tenantDocuments.invites(), invitesBy, [uid, 'open']);
  return open.filter(({ data }) => after === undefined || !mayGrant(after, data.role, access.roles));
}
