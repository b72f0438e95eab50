import type { Account } from '../account/account.ts';

/** Closes a session that nobody completed. */
export function expireSession(account: Account, id: string): void {
  account.change('checkout.session', id, { status: 'expired', url: null }, 'checkout.session.expired');
}
