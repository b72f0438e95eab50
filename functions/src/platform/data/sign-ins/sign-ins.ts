import { auth } from '../firestore.ts';

/** Ends every sign-in of somebody from before this second: no refresh token of theirs makes a token any more. */
export async function endSignIns(uid: string): Promise<void> {
  await auth().revokeRefreshTokens(uid);
}

/** Deletes somebody's sign-in; one that is gone already is no error, since a lost answer is asked for again. */
export async function deleteSignIn(uid: string): Promise<void> {
  await auth()
    .deleteUser(uid)
    .catch((fault: unknown) => {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'auth/user-not-found')) throw fault;
    });
}
