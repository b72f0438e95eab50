import { Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProductsList } from '../../../../features/products/products-list.tsx';
import { productsSearch } from '../../../../features/products/products-search.ts';
import { useProducts } from '../../../../features/products/use-products.ts';
import { m } from '../../../../paraglide/messages.js';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { useListAddress } from './use-list-address.ts';
import { VisitRowLink } from './visit-row-link.tsx';

/** The catalogue, drafts included. */
export default function ProductsPage() {
  const { search, go } = useListAddress(productsSearch);
  return (
    <>
      <PageHeader title={m.nav_products()} />
      <ProductsList
        live={useProducts(search)}
        search={search}
        go={go}
        rowLink={ProductLink}
        empty={<StatePanel icon={<Package aria-hidden />} title={m.products_empty_title()} />}
      />
    </>
  );
}

function ProductLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <VisitRowLink page={`products/${id}`}>{children}</VisitRowLink>;
}
