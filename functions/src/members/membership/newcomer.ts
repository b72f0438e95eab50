import type { Caller } from '../../platform/operations/caller.ts';
import { controlDocuments } from '../../platform/data/documents.ts';
import { profileOf } from '../../platform/operations/person.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import type { Newcomer } from './membership-changes.ts';

/**
 * The caller as they will be shown to a tenant, and their own record brought up to date with it. It lies in the
 * control plane, which a tenant's transaction can't span, so this comes before.
 */
export function callerAsNewcomer(caller: Caller): Promise<Newcomer> {
  return runInControlPlane(async (control) => {
    const path = controlDocuments.user(caller.uid);
    const present = await control.get(path);
    const profile = profileOf(caller, present);
    const differs =
      present?.displayName !== profile.displayName ||
      present.email !== profile.email ||
      present.locale !== profile.locale;
    if (differs) control.merge(path, profile);
    return { uid: caller.uid, email: profile.email, displayName: profile.displayName };
  });
}
