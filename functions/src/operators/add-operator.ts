import { normalizeEmail } from '@tenantry/model/formats';
import { refreshClaims } from '../platform/claims/change-claims.ts';
import { controlDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import { findPersonByEmail } from '../platform/data/sign-ins/sign-in-addresses.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import { writePlatformAudit } from './platform-audit.ts';

/**
 * Makes somebody who has signed in an operator, the first one too; a script calls it. Answers their uid. Repeating it
 * changes nothing. Throws `missing` when nobody has signed in with the address, and `email-unverified` when
 * whoever did has not shown that it is theirs: anybody can open an account with somebody's address.
 */
export async function addOperator(email: string, now: Date = new Date()): Promise<{ uid: string }> {
  const address = normalizeEmail(email);
  const person = await findPersonByEmail(address);
  if (!person) {
    throw new Refusal('missing', `Nobody has signed in as ${address} yet: let them sign in once, then repeat this.`);
  }
  if (!person.emailVerified) {
    throw new Refusal('email-unverified', `${address} is not confirmed: let them sign in with the link by mail first.`);
  }
  const { uid } = person;
  await runInControlPlane(async (control) => {
    if (await control.get(controlDocuments.operator(uid))) return;
    control.create(controlDocuments.operator(uid), { email: address, addedAt: instantOf(now) });
    writePlatformAudit(control, now, {
      actor: 'script:operator-add',
      action: 'operator.added',
      target: uid,
      details: {},
    });
  });
  await refreshClaims(uid, []);
  return { uid };
}
