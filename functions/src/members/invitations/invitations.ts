import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { type RoleKey, takesSeat } from '@tenantry/model/roles';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import type { Found, TenantTransaction } from '../../platform/data/scoped-transaction.ts';

const membersByEmail = declareQuery('members', { where: [['email', 'in']] });
const invitesByEmail = declareQuery('invites', { where: [['email', 'in']] });
const openInvitesByEmail = declareQuery('invites', {
  where: [
    ['email', 'in'],
    ['status', '=='],
  ],
});

const lifetimeMilliseconds = 7 * 86_400_000;

/** When an invitation that is sent now runs out. */
export function expiryFrom(now: Date) {
  return instantOf(now.getTime() + lifetimeMilliseconds);
}

/** Whether an invitation has run out, whether or not the schedule has marked it yet. */
export function hasExpired(invite: InviteDocument, now: Date): boolean {
  return invite.status === 'expired' || (invite.status === 'open' && invite.expiresAt.toMillis() <= now.getTime());
}

/** The invitation that staff name. Throws `missing` when there is none. */
export async function requireInvite(tx: TenantTransaction, inviteId: string): Promise<InviteDocument> {
  const invite = await tx.get(tenantDocuments.invite(inviteId));
  if (!invite) throw new Refusal('missing', 'There is no such invitation.');
  return invite;
}

/** Throws `invite-used` or `invite-revoked` when an invitation has come to its end. */
export function requireUnfinished({ status }: InviteDocument): void {
  if (status === 'accepted') throw new Refusal('invite-used', 'This invitation was accepted already.');
  if (status === 'revoked') throw new Refusal('invite-revoked', 'This invitation was withdrawn. Ask for another one.');
}

/**
 * Throws `already-member` when somebody with this address is in already: customers may be invited to become staff,
 * everybody else has their role changed instead. `present` are the members with the address.
 */
export function requireNewcomer(present: readonly Found<MemberDocument>[], role: RoleKey): void {
  if (present.every(({ data }) => !takesSeat(data.role) && takesSeat(role))) return;
  throw new Refusal('already-member', 'Somebody with this address is in your business already.');
}

/** The members with one of these addresses. */
export function membersOf(tx: TenantTransaction, ...emails: readonly string[]): Promise<Found<MemberDocument>[]> {
  return inParts(emails, (some) => tx.find(tenantDocuments.members(), membersByEmail, [some]));
}

/** The invitations of addresses that stand as open, those that have run out unmarked among them. */
export function openInvitesOf(tx: TenantTransaction, ...emails: readonly string[]): Promise<Found<InviteDocument>[]> {
  return inParts(emails, (some) => tx.find(tenantDocuments.invites(), openInvitesByEmail, [some, 'open']));
}

/** All invitations of addresses: those that came to their end too, since what was mailed today counts. */
export function invitesOf(tx: TenantTransaction, ...emails: readonly string[]): Promise<Found<InviteDocument>[]> {
  return inParts(emails, (some) => tx.find(tenantDocuments.invites(), invitesByEmail, [some]));
}

/** Whether an invitation stands as open; one that has run out unmarked does. */
export function standsOpen({ data }: Found<InviteDocument>): boolean {
  return data.status === 'open';
}

/** Firestore's most values of one `in`. */
const valuesOfOneQuery = 30;

async function inParts<T>(values: readonly string[], find: (some: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const distinct = [...new Set(values)];
  const parts = Array.from({ length: Math.ceil(distinct.length / valuesOfOneQuery) }, (_, index) =>
    distinct.slice(index * valuesOfOneQuery, (index + 1) * valuesOfOneQuery),
  );
  return (await Promise.all(parts.map(find))).flat();
}

/** The refusal of a second invitation to an address. */
export function alreadyInvited(): Refusal {
  return new Refusal('already-invited', 'This address has an open invitation. Send that one again, or withdraw it.');
}

/** Marks an invitation as run out; its seat is the caller's to give back. */
export function markExpired({ tx, audit }: TenantWork, inviteId: string, { role }: InviteDocument): void {
  tx.update(tenantDocuments.invite(inviteId), { status: 'expired' });
  audit({ action: 'invite.expired', target: inviteId, details: { role } });
}
