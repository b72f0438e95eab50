import { useEffect, useState } from 'react';
import { refreshClaims } from '../../shared/session/session.ts';
import { useSession } from '../../shared/session/use-session.ts';

/**
 * Whether the person's token says that they are an operator; `undefined` while that is being found out. A token from
 * before somebody was made one is fetched anew, once.
 */
export function useIsOperator(): boolean | undefined {
  const session = useSession();
  const claimed = session.state === 'signed-in' && session.claims.operator === true;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!claimed) void refreshClaims().then(() => setAsked(true));
  }, [claimed]);
  if (claimed) return true;
  return asked ? false : undefined;
}
