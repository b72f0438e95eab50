import type { MembershipDocument } from '@tenantry/model/documents/people';
import { controlDatabase } from '../firebase/firestore.ts';
import type { Live } from '../live/listeners.ts';
import { querySource, type Row } from '../live/source.ts';
import { useLive } from '../live/use-live.ts';
import { queries } from '../queries.ts';
import { usePerson } from '../session/use-session.ts';

export type Membership = Row<MembershipDocument>;

/** The businesses of the person, the one used last first. */
export function useMemberships(): Live<Membership[]> {
  const { uid } = usePerson();
  return useLive(querySource<MembershipDocument>(controlDatabase, queries.memberships(uid)));
}

/** The person's membership of the business at an address. */
export function useMembershipAt(slug: string): Live<Membership[]> {
  const { uid } = usePerson();
  return useLive(querySource<MembershipDocument>(controlDatabase, queries.membershipAt(uid, slug)));
}
