import type { UserDocument } from '@tenantry/model/documents/people';
import type { Caller } from './caller.ts';

/** What is written about a person wherever they join: the name they chose, else the token's, else their address's. */
export function profileOf(
  caller: Caller,
  user: Partial<UserDocument> | undefined,
): Pick<UserDocument, 'displayName' | 'email' | 'locale'> {
  const displayName = user?.displayName || caller.name || caller.email.split('@')[0]?.slice(0, 120) || 'Somebody';
  // An address that its owner has not shown to be theirs is not taken over.
  const email = caller.emailVerified ? caller.email : (user?.email ?? '');
  return { displayName, email, locale: user?.locale ?? null };
}
