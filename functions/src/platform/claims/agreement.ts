import { sameClaims } from '@tenantry/model/claims';
import { claimsStore } from './claims-store.ts';
import type { ClaimsStore } from './sync-claims.ts';

/** Whether a person's claims equal `f(memberships, operators)`. One look-up in Authentication, one query, one read. */
export async function claimsAgree(uid: string, store: ClaimsStore = claimsStore): Promise<boolean> {
  const [source, present] = await Promise.all([store.readSource(uid), store.readClaims(uid)]);
  return present === undefined || sameClaims(source.claims, present);
}
