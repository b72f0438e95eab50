import { documentId, line, name, normalizeEmail } from '@tenantry/model/formats';
import type { CallableRequest } from 'firebase-functions/v2/https';
import { Refusal } from './errors.ts';
import { auth } from '../data/firestore.ts';

/** An address as a token may hold it: one line. Whether it is anybody's, Authentication has judged. */
const address = line(1, 254);

/** Who calls, as the verified ID token says. Times are in milliseconds since the epoch. */
export type Caller = {
  readonly uid: string;
  /** Normalized; empty when the token carries none. */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly authenticatedAt: number;
  /** The whole decoded token: custom claims are at its top level. */
  readonly token: Readonly<Record<string, unknown>>;
};

/** The caller of a callable. Throws `sign-in` when nobody is signed in. */
export function requireCaller(request: Pick<CallableRequest, 'auth'>): Caller {
  // The emulator decodes whatever stands where a token should; a uid that is no document's id is nobody.
  if (!documentId.safeParse(request.auth?.uid).success || !request.auth) throw new Refusal('sign-in', 'Sign in first.');
  const { uid, token } = request.auth;
  const email = normalizeEmail(address.safeParse(token.email).data ?? '');
  return {
    uid,
    email,
    emailVerified: email !== '' && token.email_verified === true,
    name: nameOf(token.name),
    authenticatedAt: seconds(token.auth_time) * 1_000,
    token,
  };
}

/** Refuses a sign-in that was revoked, disabled or deleted since its token was made. One look-up in Authentication. */
export async function requireLiveSignIn(caller: Caller): Promise<void> {
  const user = await auth()
    .getUser(caller.uid)
    .catch((fault: unknown) => {
      if (fault instanceof Error && 'code' in fault && fault.code === 'auth/user-not-found') return undefined;
      throw fault;
    });
  const validSince = user?.tokensValidAfterTime ? Date.parse(user.tokensValidAfterTime) : 0;
  if (!user || user.disabled || caller.authenticatedAt < validSince) {
    throw new Refusal('sign-in', 'You were signed out. Sign in again.');
  }
}

export function requireVerifiedEmail(caller: Caller): void {
  if (!caller.emailVerified) {
    throw new Refusal('email-unverified', 'Confirm your e-mail address first: sign in with the link that we send you.');
  }
}

/** So fresh a sign-in is for what must not be done by somebody who found a page open. */
const recentMilliseconds = 5 * 60_000;
/** Clocks of two servers differ by less. */
const clockSkewMilliseconds = 60_000;

/**
 * Throws `recent-login` unless the caller signed in within the last five minutes, by the token's own `auth_time`; one that has
 * none, or one to come, is no recent one.
 */
export function requireRecentLogin(caller: Caller, now: Date): void {
  const age = now.getTime() - caller.authenticatedAt;
  if (age <= recentMilliseconds && age >= -clockSkewMilliseconds) return;
  throw new Refusal('recent-login', 'Sign in again first: for this we want to be sure that it is you.');
}

/** Whoever signs in can have any text there: what would not be taken from a form is not taken from a token either. */
function nameOf(value: unknown): string {
  const text = typeof value === 'string' ? value.trim().slice(0, 120) : '';
  // The cut may have parted the halves of one character.
  return name.safeParse(text.replace(/[\ud800-\udbff]$/, '')).data ?? '';
}

function seconds(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
