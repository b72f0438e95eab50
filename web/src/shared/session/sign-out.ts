import { signOut as signOutOfAuth } from 'firebase/auth';
import { auth } from '../firebase/auth.ts';
import { urls } from '../urls.ts';
import { runCleanups } from './cleanups.ts';
import { closeSession, currentSession, watchSession } from './session.ts';

/** Ends the sign-in and leaves nothing behind: connections, storages, address, and with the page itself all memory. */
export async function signOut(next = urls.home()): Promise<void> {
  closeSession();
  await runCleanups();
  await signOutOfAuth(auth);
  clearStorages();
  const { pathname, search } = new URL(next, location.href);
  const samePage = pathname === location.pathname && search === location.search;
  location.assign(next);
  // An address that differs in its fragment alone, as an invitation's does, loads nothing by itself.
  if (samePage) location.reload();
}

function clearStorages(): void {
  for (const storage of [localStorage, sessionStorage]) storage.clear();
}

/**
 * Loads the page anew when the person changes under it: signed out in another tab, or somebody else signed in.
 * Whatever it held is gone with it; the address stays, and the sign-in leads back to it.
 */
export function reloadWhenPersonChanges(): () => void {
  const uid = (): string | undefined => {
    const session = currentSession();
    return session.state === 'signed-in' ? session.person.uid : undefined;
  };
  let known = uid();
  return watchSession(() => {
    const before = known;
    known = uid();
    // Whoever closed it has a way of their own: a reload would win over it, and the address would stay.
    if (before && known !== before && closeSession()) void runCleanups().then(() => location.reload());
  });
}
