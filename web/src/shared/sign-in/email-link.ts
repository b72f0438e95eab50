import { isSignInWithEmailLink, sendSignInLinkToEmail, signInWithEmailLink } from 'firebase/auth';
import { auth } from '../firebase/auth.ts';
import { errorCode } from '../firebase/error-code.ts';
import { absolute, urls } from '../urls.ts';
import { asksForSecondFactor, type SecondFactorAsked } from './second-factor/asked.ts';

/** The address that a link was sent to, on this device: opening the link here then asks for nothing. */
const emailKey = 'tenantry.sign-in-email';

/** Sends a link that signs in and leads to `next`. */
export async function sendLink(email: string, next: string): Promise<LinkOutcome> {
  try {
    await sendSignInLinkToEmail(auth, email, { url: absolute(urls.finishSignIn(next)), handleCodeInApp: true });
    localStorage.setItem(emailKey, email);
    return 'done';
  } catch (error) {
    return outcomeOf(error);
  }
}

export function rememberedEmail(): string | null {
  return localStorage.getItem(emailKey);
}

export function isSignInLink(href: string): boolean {
  return isSignInWithEmailLink(auth, href);
}

/** `spent`: used before, too old, or not one of ours; `other-email`: sent to another address than the one given. */
export type LinkOutcome = 'done' | 'spent' | 'other-email' | 'disabled' | 'too-many' | 'unreachable';

/** Signs in with the link that was opened; the second step is asked for apart. */
export async function finishWithLink(href: string, email: string): Promise<LinkOutcome | SecondFactorAsked> {
  try {
    await signInWithEmailLink(auth, email, href);
    localStorage.removeItem(emailKey);
    return 'done';
  } catch (error) {
    return asksForSecondFactor(error) ?? outcomeOf(error);
  }
}

const outcomes: Record<string, LinkOutcome> = {
  'auth/invalid-action-code': 'spent',
  'auth/expired-action-code': 'spent',
  'auth/argument-error': 'spent',
  'auth/invalid-email': 'other-email',
  'auth/missing-email': 'other-email',
  'auth/user-disabled': 'disabled',
  'auth/too-many-requests': 'too-many',
  'auth/quota-exceeded': 'too-many',
};

function outcomeOf(error: unknown): LinkOutcome {
  return outcomes[errorCode(error)] ?? 'unreachable';
}
