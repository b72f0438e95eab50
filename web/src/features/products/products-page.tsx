import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Package } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { cursorOf, pageOf } from '../../shared/paging.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { FilterTabs } from '../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { Pager } from '../../shared/ui/data/pager.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { productStatusOptions } from './product-status.tsx';
import { ProductsTable } from './products-table.tsx';
import type { ProductsSearch } from './products-search.ts';
import { useProducts } from './use-products.ts';

const route = getRouteApi('/t/$slug/products');

export default function ProductsPage() {
  const { slug, may } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const live = useProducts(search);
  const cursor = cursorOf(search);
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
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField
          label={m.products_search()}
          value={search.q}
          onSearch={(q) => go({ ...filterOf(search), q }, true)}
        />
        <FilterTabs
          label={m.field_status()}
          options={[{ value: 'all', label: m.filter_all() }, ...productStatusOptions]}
          value={search.status ?? 'all'}
          onChange={(status) => go({ q: search.q, status: status === 'all' ? undefined : status })}
        />
      </div>
      <Card className="p-0 md:p-0">
        <ListState live={live} empty={<NoProducts filtered={filtered} add={add} />}>
          {(products) => {
            const { rows, next, previous } = pageOf(products, cursor, ({ name, id }) => [name, id]);
            return (
              <>
                <ProductsTable products={rows} />
                <Pager
                  onNext={next && (() => go({ ...filterOf(search), ...next }))}
                  onPrevious={previous && (() => go({ ...filterOf(search), ...previous }))}
                />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}

const filterOf = ({ status, q }: ProductsSearch): ProductsSearch => ({ status, q });

function NoProducts({ filtered, add }: { readonly filtered: boolean; readonly add: React.ReactNode }) {
  if (filtered) return <StatePanel title={m.products_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return (
    <StatePanel icon={<Package aria-hidden />} title={m.products_empty_title()} action={add}>
      {m.products_empty_text()}
    </StatePanel>
  );
}
