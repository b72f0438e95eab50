import { Link } from '@tanstack/react-router';
import type { ProductDocument } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../../shared/live/source.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { rowLinkClass, Table } from '../../shared/ui/data/table.tsx';
import { ProductStatusBadge } from './product-status.tsx';

export function ProductsTable({ products }: { readonly products: readonly Row<ProductDocument>[] }) {
  const { slug, money } = useTenant();
  return (
    <Table
      caption={m.nav_products()}
      rows={products}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: m.field_name(),
          main: true,
          render: ({ id, name, sku }) => (
            <>
              <Link to="/t/$slug/products/$productId" params={{ slug, productId: id }} className={rowLinkClass}>
                {name}
              </Link>
              <span className="block text-small font-normal text-muted">{sku}</span>
            </>
          ),
        },
        { key: 'status', label: m.field_status(), render: ({ status }) => <ProductStatusBadge status={status} /> },
        { key: 'price', label: m.field_price(), align: 'end', render: ({ unitAmount }) => money(unitAmount) },
        { key: 'stock', label: m.field_stock(), align: 'end', render: ({ stock }) => <Stock pieces={stock} /> },
      ]}
    />
  );
}

function Stock({ pieces }: { readonly pieces: number }) {
  return <span className={pieces === 0 ? 'text-danger' : undefined}>{m.product_in_stock({ pieces })}</span>;
}
