import { Receipt } from 'lucide-react';
import type { InvoiceDocument } from '@tenantry/model/documents/billing';
import { m } from '../../../paraglide/messages.js';
import type { Row } from '../../../shared/live/source.ts';
import { cursorOf, type PageSearch } from '../../../shared/paging.ts';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { PagedList } from '../../../shared/ui/data/paged-list.tsx';
import { Table } from '../../../shared/ui/data/table.tsx';
import { useAmounts } from '../use-amounts.ts';
import { InvoiceLinks } from './invoice-links.tsx';
import { InvoiceStatusBadge } from './invoice-status.tsx';

type Props = { readonly page: PageSearch; readonly onPage: (page: PageSearch) => unknown };

/** The invoices, newest first. */
export function InvoiceList({ page, onPage }: Props) {
  const { tenantId, can } = useTenant();
  const cursor = cursorOf(page);
  const live = useTenantQuery<InvoiceDocument>(can('billing:read') ? queries.invoices(tenantId, cursor) : undefined);
  return (
    <section aria-label={m.invoices_title()}>
      <h2 className="mb-3 text-lead font-semibold">{m.invoices_title()}</h2>
      <PagedList
        live={live}
        empty={
          <StatePanel icon={<Receipt aria-hidden />} title={m.invoices_empty_title()}>
            {m.invoices_empty_text()}
          </StatePanel>
        }
        cursor={cursor}
        sortValues={({ createdAt, id }) => [createdAt.toMillis(), id]}
        onPage={onPage}
      >
        {(invoices) => <InvoiceTable invoices={invoices} />}
      </PagedList>
    </section>
  );
}

function InvoiceTable({ invoices }: { readonly invoices: readonly Row<InvoiceDocument>[] }) {
  const { day } = useTenant();
  const { money } = useAmounts();
  return (
    <Table
      caption={m.invoices_title()}
      rows={invoices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          label: m.invoice_number(),
          main: true,
          render: ({ number }) => <span className="tabular-nums">{number ?? m.invoice_unnumbered()}</span>,
        },
        {
          key: 'day',
          label: m.invoice_day(),
          render: ({ createdAt }) => <span className="text-muted">{day(createdAt)}</span>,
        },
        {
          key: 'amount',
          label: m.invoice_amount(),
          align: 'end',
          render: ({ total, currency }) => <span className="tabular-nums">{money(total, currency)}</span>,
        },
        { key: 'status', label: m.field_status(), render: ({ status }) => <InvoiceStatusBadge status={status} /> },
        {
          key: 'links',
          label: m.invoice_links(),
          align: 'end',
          render: (invoice) => <InvoiceLinks invoice={invoice} />,
        },
      ]}
    />
  );
}
