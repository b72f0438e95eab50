import { normalizeEmail } from '@tenantry/model/formats';
import { refreshClaims } from '../platform/claims/change-claims.ts';
import { declareQuery } from '../platform/data/declared-query.ts';
import { controlDocuments } from '../platform/data/documents.ts';
import { findPersonByEmail } from '../platform/data/sign-ins/sign-in-addresses.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { writePlatformAudit } from './platform-audit.ts';
import { endVisits } from './support/end-visits.ts';

const actor = 'script:operator-remove';

const registeredAs = declareQuery('operators', { where: [['email', '==']] });
const dismissals = declareQuery('platformAudit', {
  where: [
    ['action', '=='],
    ['target', '=='],
  ],
});

/**
 * Dismisses an operator; a script calls it. Nothing of theirs is admitted from the moment that they are out of the
 * register; then their visits are taken out of every door, and the claim out of their token. Killed on the way it is
 * repeated: whoever was dismissed before goes through the rest again. Answers whom it dismissed. Throws `missing`
 * for somebody who never was an operator.
 */
export async function removeOperator(email: string, now: Date = new Date()): Promise<{ uid: string }> {
  const address = normalizeEmail(email);
  const uid = await findOperator(address);
  if (uid === undefined) throw new Refusal('missing', `${address} is no operator.`);
  await runInControlPlane(async (control) => {
    if (!(await control.get(controlDocuments.operator(uid)))) return;
    control.delete(controlDocuments.operator(uid));
    writePlatformAudit(control, now, { actor, action: 'operator.removed', target: uid, details: {} });
  });
  await endVisits(uid, actor, now);
  await refreshClaims(uid, []);
  return { uid };
}

/**
 * Who signs in with this address and is an operator, or was one when this was tried before; else who is in the register
 * with it: they may sign in with another one by now, or not at all any more, and are dismissed all the same.
 */
async function findOperator(email: string): Promise<string | undefined> {
  const person = await findPersonByEmail(email);
  return runInControlPlane(async (control) => {
    if (person && (await control.get(controlDocuments.operator(person.uid)))) return person.uid;
    const [registered] = await control.find(controlDocuments.operators(), registeredAs, [email], 1);
    if (registered || !person) return registered?.id;
    const past = ['operator.removed', person.uid];
    const [dismissed] = await control.find(controlDocuments.platformAudits(), dismissals, past, 1);
    return dismissed && person.uid;
  });
}
