import type { MemberDocument } from '@tenantry/model/documents/people';

/** How somebody of the team stands, from what calls for a hand to what doesn't. */
export const memberStates = ['offered', 'never-back', 'away', 'active'] as const;
export type MemberState = (typeof memberStates)[number];

const hour = 3_600_000;
const day = 24 * hour;
/** So long without a visit is worth a look: a place that nobody uses is paid for and open. */
export const awayDays = 30;

type Judged = Pick<MemberDocument, 'joinedAt' | 'lastSeenAt' | 'ownershipOffer'>;

/**
 * One state for each: an owner's place is offered to them, they were not back since the day they joined, not here for a month, or
 * active. Visits are noted by the hour.
 */
export function memberStateOf({ joinedAt, lastSeenAt, ownershipOffer }: Judged, now = Date.now()): MemberState {
  const [joined, seen] = [joinedAt.toMillis(), lastSeenAt.toMillis()];
  if (ownershipOffer && ownershipOffer.expiresAt.toMillis() > now) return 'offered';
  if (seen - joined < hour && now - joined > day) return 'never-back';
  return now - seen > awayDays * day ? 'away' : 'active';
}
