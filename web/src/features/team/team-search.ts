import type { MemberDocument } from '@tenantry/model/documents/people';
import { roleKey } from '@tenantry/model/operations/role-key';
import { searchKeyOf } from '@tenantry/model/search-key';
import * as z from 'zod/mini';
import { lenient, searchText } from '../../shared/paging.ts';

/** What the address of the team holds: words of a name or an address, and a role. */
export const teamSearch = z.object({ q: searchText, role: lenient(roleKey) });
export type TeamSearch = z.infer<typeof teamSearch>;

type Searched = Pick<MemberDocument, 'displayName' | 'email' | 'role'>;

/** Whether somebody is looked for: every word is in their name or address, and the role is theirs. */
export function isLookedFor({ displayName, email, role }: Searched, wanted: TeamSearch): boolean {
  if (wanted.role !== undefined && role !== wanted.role) return false;
  const words = searchKeyOf(wanted.q ?? '').split(/\s+/);
  const text = `${searchKeyOf(displayName)} ${searchKeyOf(email)}`;
  return words.every((word) => text.includes(word));
}
