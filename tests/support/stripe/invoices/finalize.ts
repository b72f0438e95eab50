import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { badRequest } from '../request/errors.ts';
import { customerOf } from '../subscriptions/subscription-object.ts';
import { clockOfInvoice, rememberIntent } from './intent.ts';
import { markPaid } from './paid.ts';
import { newIntent, newInvoicePayment } from '../payments/payment-objects.ts';

/** Makes a draft an invoice that is owed: numbered, the customer's balance taken into account; paid at once if nothing is due. */
export function finalize(account: Account, id: string, autoAdvance?: boolean): Stripe.Invoice {
  const invoice = account.get('invoice', id);
  if (invoice.status !== 'draft')
    throw badRequest(
      'This invoice is already finalized, you can’t re-finalize a non-draft invoice.',
      undefined,
      'invoice_not_editable',
    );
  const customer = account.get('customer', customerOf(invoice));
  const due = Math.max(0, invoice.total + customer.balance);
  const balance = invoice.total + customer.balance - due;
  const sequence = customer.next_invoice_sequence ?? 1;
  const now = account.now(clockOfInvoice(invoice));
  const place = `${account.pagesUrl}/invoices/${id}`;
  const open: Partial<Stripe.Invoice> = {
    status: 'open',
    amount_due: due,
    amount_remaining: due,
    starting_balance: customer.balance,
    ending_balance: balance,
    effective_at: now,
    hosted_invoice_url: place,
    invoice_pdf: `${place}/pdf`,
    number: `${customer.invoice_prefix ?? 'DOUBLE'}-${String(sequence).padStart(4, '0')}`,
    next_payment_attempt: null,
    automatically_finalizes_at: null,
    ...(autoAdvance === undefined ? {} : { auto_advance: autoAdvance }),
    status_transitions: { ...invoice.status_transitions, finalized_at: now },
  };
  const counted = { next_invoice_sequence: sequence + 1, balance };
  account.change('customer', customer.id, counted, balance === customer.balance ? undefined : 'customer.updated');
  const finalized = account.change('invoice', id, open, 'invoice.finalized');
  if (due === 0) return markPaid(account, id);
  const intent = account.add('payment_intent', newIntent(account, finalized), 'payment_intent.created');
  account.put('invoice_payment', newInvoicePayment(account, finalized, intent.id));
  rememberIntent(account, id, intent.id);
  return finalized;
}
