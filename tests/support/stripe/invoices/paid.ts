import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { afterPayment } from '../subscriptions/after-payment.ts';
import { clockOfInvoice } from './intent.ts';

/** Marks an invoice as paid and lets its subscription know. */
export function markPaid(account: Account, id: string, how: { readonly outOfBand?: boolean } = {}): Stripe.Invoice {
  const invoice = account.get('invoice', id);
  const now = account.now(clockOfInvoice(invoice));
  const paid = account.change('invoice', id, {
    status: 'paid',
    attempted: true,
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    ...(how.outOfBand ? { amount_paid_off_stripe: invoice.amount_due } : {}),
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  });
  for (const payment of account.store.table('invoice_payment').values())
    if (payment.invoice === id && payment.status === 'open')
      account.change('invoice_payment', payment.id, {
        status: 'paid',
        amount_paid: invoice.amount_due,
        status_transitions: { ...payment.status_transitions, paid_at: now },
      });
  account.emit('invoice.paid', paid);
  account.emit('invoice.payment_succeeded', paid);
  afterPayment(account, paid);
  return account.get('invoice', id);
}
