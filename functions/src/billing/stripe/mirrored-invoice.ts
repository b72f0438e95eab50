import { type InvoiceDocument, invoiceStatuses } from '@tenantry/model/documents/billing';
import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { instantOf } from '../../platform/data/instant.ts';
import { fromSeconds } from './from-seconds.ts';

/** Stripe's pages of an invoice have addresses that may differ at each look and end after a month: ours are renewed so often. */
const linksLastMilliseconds = 7 * 86_400_000;

/** An invoice as the business sees it, and a digest that differs when anything of it does, or when its links are old. */
export type MirroredInvoice = { readonly id: string; readonly digest: string; readonly document: InvoiceDocument };

/** What is shown of an invoice that was read at a moment (milliseconds). A draft is nobody's business yet: `undefined`. */
export function mirroredInvoiceOf(invoice: Stripe.Invoice, at: number): MirroredInvoice | undefined {
  const status = invoiceStatuses.find((known) => known === invoice.status);
  if (status === undefined || status === 'draft' || invoice.id === undefined) return undefined;
  const plain = {
    number: invoice.number,
    status,
    currency: invoice.currency.toUpperCase(),
    total: invoice.total,
    amountDue: invoice.amount_due,
    amountPaid: invoice.amount_paid,
  };
  const links = { url: invoice.hosted_invoice_url ?? null, pdfUrl: invoice.invoice_pdf ?? null };
  const moments = {
    createdAt: fromSeconds(invoice.created),
    periodStart: fromSeconds(invoice.period_start),
    periodEnd: fromSeconds(invoice.period_end),
  };
  const paidAt = invoice.status_transitions.paid_at;
  const digest = createHash('sha256')
    .update(JSON.stringify([plain, moments, paidAt, Math.floor(at / linksLastMilliseconds)]))
    .digest('base64url')
    .slice(0, 16);
  return {
    id: invoice.id,
    digest,
    document: {
      ...plain,
      ...links,
      createdAt: instantOf(moments.createdAt),
      periodStart: instantOf(moments.periodStart),
      periodEnd: instantOf(moments.periodEnd),
      paidAt: paidAt === null ? null : instantOf(fromSeconds(paidAt)),
    },
  };
}
