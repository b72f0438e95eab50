import type { MemberDocument } from '@tenantry/model/documents/people';
import { roleKey } from '@tenantry/model/operations/role-key';
import { searchKeyOf } from '@tenantry/model/search-key';
import * as z from 'zod/mini';
import { lenient, searchText } from '../../shared/paging.ts';
import { memberStateOf, memberStates } from './member-state.ts';

/** What the address of the team holds: words of a name or an address, a role, and a state. */
export const teamSearch = z.object({
  q: searchText,
  role: lenient(roleKey),
  state: lenient(z.enum([...memberStates, 'invited'])),
});
export type TeamSearch = z.infer<typeof teamSearch>;

type Named = Pick<MemberDocument, 'displayName' | 'email' | 'role'>;
type Searched = Named & Parameters<typeof memberStateOf>[0];

/** Whether somebody of the team is looked for: every word is in their name or address, role and state are theirs. */
export function isLookedFor(member: Searched, wanted: TeamSearch, now = Date.now()): boolean {
  return isNamed(member, wanted) && (wanted.state === undefined || memberStateOf(member, now) === wanted.state);
}

/** Whether somebody, who may have been invited only, has these words and this role. */
export function isNamed({ displayName, email, role }: Named, wanted: TeamSearch): boolean {
  if (wanted.role !== undefined && role !== wanted.role) return false;
  const words = searchKeyOf(wanted.q ?? '').split(/\s+/);
  const text = `${searchKeyOf(displayName)} ${searchKeyOf(email)}`;
  return words.every((word) => text.includes(word));
}
