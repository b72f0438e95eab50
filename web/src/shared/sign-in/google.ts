import { browserPopupRedirectResolver, GoogleAuthProvider, signInWithCredential, signInWithPopup } from 'firebase/auth';
import { auth } from '../firebase/auth.ts';
import { errorCode } from '../firebase/error-code.ts';
import { asksForSecondFactor, type SecondFactorAsked } from './second-factor/asked.ts';

/** Google's window. Answers false when the person closed it, and what is asked for when they have a second step. */
export async function signInWithGoogle(): Promise<boolean | SecondFactorAsked> {
  try {
    await signInWithPopup(auth, new GoogleAuthProvider(), browserPopupRedirectResolver);
    return true;
  } catch (error) {
    const code = errorCode(error);
    const asked = asksForSecondFactor(error);
    if (asked) return asked;
    if (code === 'auth/popup-closed-by-user' || code === 'auth/cancelled-popup-request') return false;
    throw error;
  }
}

/** A local stack's way in without Google's hosts: the Auth emulator takes a token's content for the token. */
export async function signInAsDemoPerson(email: string, name?: string): Promise<void> {
  const content = { sub: `demo-${email}`, email, email_verified: true, ...(name && { name }) };
  await signInWithCredential(auth, GoogleAuthProvider.credential(JSON.stringify(content)));
}
