import { useSyncExternalStore } from 'react';
import { type Standing, standingIn, watchStandings } from './tenant-access.ts';

/** What the server last said about the person's place in this business. */
export function useStanding(tenantId: string): Standing {
  return useSyncExternalStore(watchStandings, () => standingIn(tenantId));
}
