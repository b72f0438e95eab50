import { useEffect } from 'react';
import { call } from '../../shared/api/call.ts';
import { refreshClaims } from '../../shared/session/session.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useUser } from '../../shared/tenant/use-user.ts';

/** Brings the address that the person signs in with to the businesses that know another one: it was changed meanwhile. */
export function useKeptEmail(): void {
  const { email } = usePerson();
  const user = useUser();
  const known = user.state === 'ready' ? user.data.email : undefined;
  useEffect(() => {
    if (!known || !email || known === email.toLowerCase()) return;
    // What fails here is tried again with the next visit; the server judges whether the address is theirs.
    void refreshClaims()
      .then(() => call('updateProfile', {}))
      .catch(() => undefined);
  }, [known, email]);
}
