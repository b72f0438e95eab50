import { useEffect, useEffectEvent } from 'react';
import type { UserDocument } from '@tenantry/model/documents/people';
import { paths } from '@tenantry/model/paths';
import { controlDatabase } from '../firebase/firestore.ts';
import { retryRefused } from '../live/listeners.ts';
import { documentSource } from '../live/source.ts';
import { useLive } from '../live/use-live.ts';
import { refreshClaims } from './session.ts';
import { useSession } from './use-session.ts';

/** Follows the person's own document: whenever the server wrote new claims, the token is fetched anew. */
export function useClaimsRefresh(): void {
  const session = useSession();
  const uid = session.state === 'signed-in' ? session.person.uid : undefined;
  const issuedAt = session.state === 'signed-in' ? session.issuedAt : 0;
  const user = useLive(uid ? documentSource<UserDocument>(controlDatabase, paths.user(uid)) : undefined);
  const syncedAt = user.state === 'ready' ? (user.data.claimsSyncedAt?.toMillis() ?? 0) : 0;
  const refresh = useEffectEvent((synced: number) => {
    if (synced > issuedAt) void refreshClaims().then(retryRefused);
  });
  useEffect(() => refresh(syncedAt), [syncedAt]);
}
