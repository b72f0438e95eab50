import { onIdTokenChanged, type User } from 'firebase/auth';
import { type Claims, parseClaims } from '@tenantry/model/claims';
import { auth } from '../firebase/auth.ts';

export type Person = { readonly uid: string; readonly email: string; readonly displayName: string };
export type Session =
  /** Nobody is known yet, or nobody any more: the page is about to be loaded anew. */
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out' }
  | {
      readonly state: 'signed-in';
      readonly person: Person;
      readonly claims: Claims;
      /** When the token was made, in milliseconds since the epoch, to the second. */
      readonly issuedAt: number;
    };

let session: Session = { state: 'starting' };
let closed = false;
const watchers = new Set<() => void>();

onIdTokenChanged(auth, (user) => {
  if (user) void signedIn(user);
  else show({ state: 'signed-out' });
});

export function currentSession(): Session {
  return session;
}

/** Calls back whenever the session changes; returns how to stop. */
export function watchSession(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/**
 * Ends the session of this page for good: from now on it shows nothing of anybody, until it is loaded anew. A sign-in
 * form that stood there for a moment would take what somebody types with it. Answers false when it was closed before.
 */
export function closeSession(): boolean {
  if (closed) return false;
  closed = true;
  tell({ state: 'starting' });
  return true;
}

/** Fetches a token with the claims as they are now. Fails silently offline: the next change tries again. */
export async function refreshClaims(): Promise<void> {
  await auth.currentUser?.getIdToken(true).catch(() => undefined);
}

async function signedIn(user: User): Promise<void> {
  const { claims, issuedAtTime } = await user.getIdTokenResult();
  if (auth.currentUser?.uid !== user.uid) return;
  const person = { uid: user.uid, email: user.email ?? '', displayName: user.displayName ?? '' };
  show({ state: 'signed-in', person, claims: parseClaims(claims), issuedAt: Date.parse(issuedAtTime) });
}

function show(next: Session): void {
  if (!closed) tell(next);
}

function tell(next: Session): void {
  session = next;
  for (const watcher of watchers) watcher();
}
