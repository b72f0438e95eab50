/**
 * An invitation's secret comes in the address's fragment, which no server sees and which signing in would lose. It is
 * kept for this browser, not for this tab alone: the sign-in link opens in another one.
 */
const prefix = 'tenantry.invitation.';
const keptMilliseconds = 24 * 3_600_000;

const keyOf = (tenantId: string, inviteId: string): string => `${prefix}${tenantId}.${inviteId}`;

export const keptSecret = {
  /** Takes the secret out of the address and keeps it. To be called before anything else looks at the address. */
  takeFromAddress(): void {
    const [, page, tenantId, inviteId] = location.pathname.split('/');
    const secret = location.hash.slice(1);
    if (page !== 'invite' || !tenantId || !inviteId || !/^[\w-]+$/.test(secret)) return;
    localStorage.setItem(keyOf(tenantId, inviteId), JSON.stringify({ secret, until: Date.now() + keptMilliseconds }));
    history.replaceState(history.state, '', location.pathname + location.search);
  },

  read(tenantId: string, inviteId: string): string | undefined {
    try {
      const kept = JSON.parse(localStorage.getItem(keyOf(tenantId, inviteId)) ?? 'null') as KeptSecret | null;
      return kept && kept.until > Date.now() ? kept.secret : undefined;
    } catch {
      return undefined;
    }
  },

  forget(tenantId: string, inviteId: string): void {
    localStorage.removeItem(keyOf(tenantId, inviteId));
  },
} as const;

type KeptSecret = { readonly secret: string; readonly until: number };
