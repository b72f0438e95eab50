import type { ProductDocument } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../../shared/live/source.ts';
import type { Tenant } from '../../shared/tenant/tenant.ts';
import type { Column, RowLink } from '../../shared/ui/data/table.tsx';
import { ProductStatusBadge } from './product-status.tsx';

type Product = Row<ProductDocument>;

/** The columns of a list of products, on whichever surface it stands; `RowLink` opens one. */
export function productColumns({ money }: Pick<Tenant, 'money'>, RowLink: RowLink): Column<Product>[] {
  return [
    {
      key: 'name',
      label: m.field_name(),
      main: true,
      render: (product) => (
        <>
          <RowLink id={product.id}>{product.name}</RowLink>
          <span className="block text-small font-normal text-muted">{product.sku}</span>
        </>
      ),
    },
    { key: 'status', label: m.field_status(), render: ({ status }) => <ProductStatusBadge status={status} /> },
    { key: 'price', label: m.field_price(), align: 'end', render: ({ unitAmount }) => money(unitAmount) },
    { key: 'stock', label: m.field_stock(), align: 'end', render: ({ stock }) => <Stock pieces={stock} /> },
  ];
}

function Stock({ pieces }: { readonly pieces: number }) {
  return <span className={pieces === 0 ? 'text-danger' : undefined}>{m.product_in_stock({ pieces })}</span>;
}
