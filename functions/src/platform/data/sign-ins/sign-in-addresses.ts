import { normalizeEmail } from '@tenantry/model/formats';
import { auth } from '../firestore.ts';

/** Somebody who has signed in with an address, or `undefined`. */
export async function findPersonByEmail(email: string): Promise<{ uid: string; emailVerified: boolean } | undefined> {
  const person = await orNobody(auth().getUserByEmail(email));
  return person && { uid: person.uid, emailVerified: person.emailVerified };
}

/** As many people as Authentication looks up at once. */
const peopleOfOneLookUp = 100;

/** The addresses that people sign in with now, verified or not; those without one, or without an account, have none here. */
export async function findEmailsOf(uids: readonly string[]): Promise<string[]> {
  const parts = Array.from({ length: Math.ceil(uids.length / peopleOfOneLookUp) }, (_, index) =>
    uids.slice(index * peopleOfOneLookUp, (index + 1) * peopleOfOneLookUp),
  );
  const found = await Promise.all(parts.map((part) => auth().getUsers(part.map((uid) => ({ uid })))));
  return found.flatMap(({ users }) => users.flatMap(({ email }) => (email ? [normalizeEmail(email)] : [])));
}

async function orNobody<Person>(look: Promise<Person>): Promise<Person | undefined> {
  try {
    return await look;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'auth/user-not-found') return undefined;
    throw fault;
  }
}
