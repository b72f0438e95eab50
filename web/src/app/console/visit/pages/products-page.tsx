import { Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { productColumns } from '../../../../features/products/product-columns.tsx';
import { productStatusOptions } from '../../../../features/products/product-status.tsx';
import { productsSearch } from '../../../../features/products/products-search.ts';
import { useProducts } from '../../../../features/products/use-products.ts';
import { m } from '../../../../paraglide/messages.js';
import { Link } from '../../../../shared/navigation/link.tsx';
import { cursorOf, pageOf } from '../../../../shared/paging.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { FilterTabs } from '../../../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { Pager } from '../../../../shared/ui/data/pager.tsx';
import { SearchField } from '../../../../shared/ui/data/search-field.tsx';
import { rowLinkClass, Table } from '../../../../shared/ui/data/table.tsx';
import { urls } from '../../../../shared/urls.ts';
import { useListAddress } from './use-list-address.ts';

/** The catalogue, drafts included. */
export default function ProductsPage() {
  const tenant = useTenant();
  const { search, go } = useListAddress(productsSearch);
  const live = useProducts(search);
  const cursor = cursorOf(search);
  const { q, status } = search;
  return (
    <>
      <PageHeader title={m.nav_products()} />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField label={m.products_search()} value={q} onSearch={(text) => go({ status, q: text }, true)} />
        <FilterTabs
          label={m.field_status()}
          options={[{ value: 'all', label: m.filter_all() }, ...productStatusOptions]}
          value={status ?? 'all'}
          onChange={(chosen) => go({ q, status: chosen === 'all' ? undefined : chosen })}
        />
      </div>
      <Card className="p-0 md:p-0">
        <ListState live={live} empty={<NoProducts filtered={Boolean(q ?? status)} />}>
          {(products) => {
            const { rows, next, previous } = pageOf(products, cursor, ({ name, id }) => [name, id]);
            return (
              <>
                <Table
                  caption={m.nav_products()}
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={productColumns(tenant, ProductLink)}
                />
                <Pager
                  onNext={next && (() => go({ q, status, ...next }))}
                  onPrevious={previous && (() => go({ q, status, ...previous }))}
                />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}

function ProductLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { tenantId } = useTenant();
  return (
    <Link href={urls.consoleVisit(tenantId, `products/${id}`)} className={rowLinkClass}>
      {children}
    </Link>
  );
}

function NoProducts({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <StatePanel title={m.products_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return <StatePanel icon={<Package aria-hidden />} title={m.products_empty_title()} />;
}
