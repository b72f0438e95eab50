import { verifyBeforeUpdateEmail } from 'firebase/auth';
import { auth } from '../../shared/firebase/auth.ts';
import { errorCode } from '../../shared/firebase/error-code.ts';
import { absolute, urls } from '../../shared/urls.ts';

/** What became of the wish for another address. `recent-login`: only somebody who signed in a moment ago may ask. */
export type EmailChange = 'sent' | 'recent-login' | 'taken' | 'too-many' | 'unreachable';

const outcomes: Record<string, EmailChange> = {
  'auth/requires-recent-login': 'recent-login',
  'auth/user-token-expired': 'recent-login',
  'auth/email-already-in-use': 'taken',
  'auth/too-many-requests': 'too-many',
  'auth/quota-exceeded': 'too-many',
};

/** Sends a link to the new address. Until it is opened the old one stays; then every sign-in from before ends. */
export async function askForEmail(email: string): Promise<EmailChange> {
  if (!auth.currentUser) return 'recent-login';
  try {
    await verifyBeforeUpdateEmail(auth.currentUser, email, { url: absolute(urls.profile()) });
    return 'sent';
  } catch (error) {
    return outcomes[errorCode(error)] ?? 'unreachable';
  }
}
