import { useCallback, useEffect, useState } from 'react';
import { askAnew, recoverAccess, type Standing } from './tenant-access.ts';
import { useStanding } from './use-standing.ts';

/** How long an answer is taken for granted: a business that is held back is asked about more often. */
const restMilliseconds = 60_000;
const heldMilliseconds = 20_000;

type Fresh = {
  readonly standing: Standing;
  /** No answer came. */
  readonly failed: boolean;
  /** Asks anew, for the person who wants to know now. */
  readonly ask: () => Promise<void>;
};

/**
 * What the server says about the person's place in a business: asked on entering, when the membership's version
 * changes, when the person comes back to the page after a while, and now and then while the business is held back, so
 * that the page opens by itself when it no longer is. Nothing is asked while there is no version.
 */
export function useFreshStanding(tenantId: string, version: number | undefined): Fresh {
  const [failed, setFailed] = useState(false);
  const standing = useStanding(tenantId);
  const held = standing.kind === 'member' && standing.status !== 'active';
  const told = useCallback(({ kind }: Standing) => setFailed(kind === 'unknown'), []);
  const follow = useCallback(() => recoverAccess(tenantId, version).then(told), [tenantId, version, told]);
  const ask = useCallback(() => askAnew(tenantId).then(told), [tenantId, told]);
  useEffect(() => {
    if (version === undefined) return;
    void follow();
    return askOnReturn(follow, restMilliseconds);
  }, [follow, version]);
  useEffect(() => {
    if (!held) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void ask(), heldMilliseconds);
    return () => clearInterval(timer);
  }, [ask, held]);
  return { standing, failed, ask };
}

/** Asks when the page is seen again and the last time is long ago; returns how to stop. */
function askOnReturn(ask: () => unknown, afterMilliseconds: number): () => void {
  let asked = Date.now();
  const seen = () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < afterMilliseconds) return;
    asked = Date.now();
    ask();
  };
  document.addEventListener('visibilitychange', seen);
  return () => document.removeEventListener('visibilitychange', seen);
}
