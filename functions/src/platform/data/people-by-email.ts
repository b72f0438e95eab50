import { auth } from './firestore.ts';

/** Somebody who has signed in with an address, or `undefined`. */
export async function findPersonByEmail(email: string): Promise<{ uid: string; emailVerified: boolean } | undefined> {
  try {
    const { uid, emailVerified } = await auth().getUserByEmail(email);
    return { uid, emailVerified };
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'auth/user-not-found') return undefined;
    throw fault;
  }
}
