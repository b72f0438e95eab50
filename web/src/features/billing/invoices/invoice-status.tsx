import type { InvoiceStatus } from '@tenantry/model/documents/billing';
import { m } from '../../../paraglide/messages.js';
import { Badge, type Tone } from '../../../shared/ui/basics/badge.tsx';

const words = {
  draft: { tone: 'plain', name: m.invoice_draft },
  open: { tone: 'warn', name: m.invoice_open },
  paid: { tone: 'good', name: m.invoice_paid },
  uncollectible: { tone: 'danger', name: m.invoice_uncollectible },
  void: { tone: 'plain', name: m.invoice_void },
} satisfies Record<InvoiceStatus, { tone: Tone; name: () => string }>;

export function InvoiceStatusBadge({ status }: { readonly status: InvoiceStatus }) {
  return <Badge tone={words[status].tone}>{words[status].name()}</Badge>;
}
