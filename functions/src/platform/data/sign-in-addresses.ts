import { normalizeEmail } from '@tenantry/model/formats';
import { auth } from './firestore.ts';

/** Somebody who has signed in with an address, or `undefined`. */
export async function findPersonByEmail(email: string): Promise<{ uid: string; emailVerified: boolean } | undefined> {
  const person = await orNobody(auth().getUserByEmail(email));
  return person && { uid: person.uid, emailVerified: person.emailVerified };
}

/** The address that somebody signs in with now, verified or not, or `undefined`: no address, or an account that is gone. */
export async function findEmailOf(uid: string): Promise<string | undefined> {
  const person = await orNobody(auth().getUser(uid));
  return person?.email === undefined ? undefined : normalizeEmail(person.email);
}

async function orNobody<Person>(look: Promise<Person>): Promise<Person | undefined> {
  try {
    return await look;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'auth/user-not-found') return undefined;
    throw fault;
  }
}
