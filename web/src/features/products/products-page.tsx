import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { rowLinkClass } from '../../shared/ui/data/table.tsx';
import { ProductsList } from './products-list.tsx';
import type { ProductsSearch } from './products-search.ts';
import { useProducts } from './use-products.ts';

const route = getRouteApi('/t/$slug/products');

export default function ProductsPage() {
  const { slug, may } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const live = useProducts(search);
  const filtered = Boolean(search.q ?? search.status);

  const go = (to: ProductsSearch, replace = false) =>
    navigate({ to: '/t/$slug/products', params: { slug }, search: to, replace });
  const add = may('product:write') && (
    <Link to="/t/$slug/products/new" params={{ slug }} className={buttonClass()}>
      {m.products_new()}
    </Link>
  );

  return (
    <>
      <PageHeader title={m.nav_products()} actions={(filtered || live.state !== 'empty') && add} />
      <ProductsList
        live={live}
        search={search}
        go={go}
        rowLink={ProductLink}
        empty={
          <StatePanel icon={<Package aria-hidden />} title={m.products_empty_title()} action={add}>
            {m.products_empty_text()}
          </StatePanel>
        }
      />
    </>
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
