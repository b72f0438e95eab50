import { Link } from '@tanstack/react-router';
import type { ProductDocument } from '@tenantry/model/documents/business';
import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../../shared/live/source.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { rowLinkClass, Table } from '../../shared/ui/data/table.tsx';
import { productColumns } from './product-columns.tsx';

export function ProductsTable({ products }: { readonly products: readonly Row<ProductDocument>[] }) {
  const tenant = useTenant();
  return (
    <Table
      caption={m.nav_products()}
      rows={products}
      rowKey={({ id }) => id}
      columns={productColumns(tenant, ProductLink)}
    />
  );
}

function ProductLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { slug } = useTenant();
  return (
    <Link to="/t/$slug/products/$productId" params={{ slug, productId: id }} className={rowLinkClass}>
      {children}
    </Link>
  );
}
