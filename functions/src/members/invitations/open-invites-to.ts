import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import type { Found, TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { findEmailsOf } from '../../platform/data/sign-ins/sign-in-addresses.ts';
import { openInvitesOf } from './invitations.ts';

/**
 * The open invitations to people who are in: to the address that the business knows of each, and to the one that they sign
 * in with now. They would give back what was taken. An invitation to an address that somebody takes on later stays what
 * it is, a promise to whoever has it.
 */
export async function openInvitesTo(
  tx: TenantTransaction,
  people: readonly Pick<MemberDocument, 'uid' | 'email'>[],
): Promise<Found<InviteDocument>[]> {
  if (people.length === 0) return [];
  const present = await findEmailsOf(people.map(({ uid }) => uid));
  return openInvitesOf(tx, ...[...people.map(({ email }) => email), ...present].filter((email) => email !== ''));
}
