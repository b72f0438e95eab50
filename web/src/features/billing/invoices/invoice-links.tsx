import type { InvoiceDocument } from '@tenantry/model/documents/billing';
import { m } from '../../../paraglide/messages.js';

/** To an invoice's own page, where an open one is paid, and to its file. */
export function InvoiceLinks({ invoice: { number, status, url, pdfUrl } }: { readonly invoice: InvoiceDocument }) {
  const named = { number: number ?? m.invoice_unnumbered() };
  return (
    <span className="inline-flex gap-4">
      {url && (
        <Elsewhere to={url} name={status === 'open' ? m.invoice_pay_named(named) : m.invoice_see_named(named)}>
          {status === 'open' ? m.invoice_pay() : m.invoice_see()}
        </Elsewhere>
      )}
      {pdfUrl && (
        <Elsewhere to={pdfUrl} name={m.invoice_pdf_named(named)}>
          {m.invoice_pdf()}
        </Elsewhere>
      )}
    </span>
  );
}

type Props = { readonly to: string; readonly name: string; readonly children: string };

/** A page of those who take the payments: it learns nothing of this one. */
function Elsewhere({ to, name, children }: Props) {
  return (
    <a
      href={to}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={name}
      className="link touch inline-flex items-center"
    >
      {children}
    </a>
  );
}
