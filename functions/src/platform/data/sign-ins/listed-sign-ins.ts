import type { UserRecord } from 'firebase-admin/auth';
import { auth } from '../firestore.ts';

/** Somebody's sign-in and the claims that their next token will hold, as they are stored. */
export type SignIn = { readonly id: string; readonly claims: Readonly<Record<string, unknown>> };

const pageSize = 1_000;
/** As many as Authentication looks up at once. */
const lookUpSize = 100;

/** Everybody who can sign in, a page at a time. */
export async function* everySignIn(): AsyncGenerator<SignIn[]> {
  let next: string | undefined;
  do {
    const { users, pageToken } = await auth().listUsers(pageSize, next);
    yield users.map(asSignIn);
    next = pageToken;
  } while (next);
}

/** The sign-ins of some people; those who have none are left out. */
export async function findSignIns(uids: readonly string[]): Promise<SignIn[]> {
  const found: SignIn[] = [];
  for (let first = 0; first < uids.length; first += lookUpSize) {
    const some = uids.slice(first, first + lookUpSize);
    const { users } = await auth().getUsers(some.map((uid) => ({ uid })));
    found.push(...users.map(asSignIn));
  }
  return found;
}

function asSignIn({ uid, customClaims = {} }: UserRecord): SignIn {
  return { id: uid, claims: customClaims };
}
