import type { UserDocument } from '@tenantry/model/documents/people';
import type { Caller } from './caller.ts';

/** What is written about a person wherever they join: the name they chose, else the token's, else their address's. */
export function profileOf(
  caller: Caller,
  user: Partial<UserDocument> | undefined,
): Pick<UserDocument, 'displayName' | 'email' | 'locale'> {
  const displayName = user?.displayName || caller.name || caller.email.split('@')[0]?.slice(0, 120) || 'Somebody';
  return { displayName, email: caller.email, locale: user?.locale ?? null };
}
