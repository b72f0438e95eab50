import { useCallback, useEffect, useState } from 'react';
import { recoverAccess, type Standing } from './tenant-access.ts';
import { useStanding } from './use-standing.ts';

const recheckMilliseconds = 60_000;

type Fresh = {
  readonly standing: Standing;
  /** No answer came. */
  readonly failed: boolean;
  readonly ask: () => Promise<void>;
};

/**
 * What the server says about the person's place in a business: asked on entering, when the membership's version
 * changes, and when the person comes back to the page after a while. Nothing is asked while there is no version.
 */
export function useFreshStanding(tenantId: string, version: number | undefined): Fresh {
  const [failed, setFailed] = useState(false);
  const told = useCallback(({ kind }: Standing) => setFailed(kind === 'unknown'), []);
  useEffect(() => {
    if (version === undefined) return;
    let asked = Date.now();
    void recoverAccess(tenantId).then(told);
    const recheck = () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < recheckMilliseconds) return;
      asked = Date.now();
      void recoverAccess(tenantId).then(told);
    };
    document.addEventListener('visibilitychange', recheck);
    return () => document.removeEventListener('visibilitychange', recheck);
  }, [tenantId, version, told]);
  return { standing: useStanding(tenantId), failed, ask: () => recoverAccess(tenantId).then(told) };
}
