import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';

const intentKey = (invoice: string): string => `payment-intent/${invoice}`;

/** The payment by which an invoice is collected, from when it is finalized. */
export function intentOf(account: Account, invoice: string): Stripe.PaymentIntent | undefined {
  const id = account.notes.get(intentKey(invoice));
  return typeof id === 'string' ? account.store.table('payment_intent').get(id) : undefined;
}

export function rememberIntent(account: Account, invoice: string, intent: string): void {
  account.notes.set(intentKey(invoice), intent);
}

export function clockOfInvoice({ test_clock }: Pick<Stripe.Invoice, 'test_clock'>): string | null {
  return typeof test_clock === 'string' ? test_clock : (test_clock?.id ?? null);
}
