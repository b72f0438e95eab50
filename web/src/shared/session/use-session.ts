import { useSyncExternalStore } from 'react';
import { currentSession, type Person, type Session, watchSession } from './session.ts';

export function useSession(): Session {
  return useSyncExternalStore(watchSession, currentSession);
}

/** The person who is signed in; for pages that are shown to such a person only. */
export function usePerson(): Person {
  const session = useSession();
  if (session.state !== 'signed-in') throw new Error('This page is for people who are signed in.');
  return session.person;
}
