import type { ProductDocument } from '@tenantry/model/documents/business';
import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import type { Live } from '../../shared/live/listeners.ts';
import type { Row } from '../../shared/live/source.ts';
import { cursorOf } from '../../shared/paging.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { ListFilters } from '../../shared/ui/data/list-filters.tsx';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { PagedList } from '../../shared/ui/data/paged-list.tsx';
import { type RowLink, Table } from '../../shared/ui/data/table.tsx';
import { productColumns } from './product-columns.tsx';
import { productStatusOptions } from './product-status.tsx';
import type { ProductsSearch } from './products-search.ts';

type Props = {
  readonly live: Live<Row<ProductDocument>[]>;
  readonly search: ProductsSearch;
  readonly go: (search: ProductsSearch, replace?: boolean) => unknown;
  readonly rowLink: RowLink;
  /** What stands there before the first product. */
  readonly empty: ReactNode;
};

/** The catalogue by name, drafts included, found by words and status, on whichever surface. */
export function ProductsList({ live, search, go, rowLink, empty }: Props) {
  const tenant = useTenant();
  const { q, status } = search;
  const noneFound = <StatePanel title={m.products_none_found()}>{m.list_none_found_text()}</StatePanel>;
  return (
    <>
      <ListFilters label={m.products_search()} options={productStatusOptions} search={search} onChange={go} />
      <PagedList
        live={live}
        empty={(q ?? status) ? noneFound : empty}
        cursor={q === undefined ? cursorOf(search) : undefined}
        sortValues={({ name, id }) => [name, id]}
        onPage={(page) => go({ status, ...page })}
      >
        {(products) => (
          <Table
            caption={m.nav_products()}
            rows={products}
            rowKey={({ id }) => id}
            columns={productColumns(tenant, rowLink)}
          />
        )}
      </PagedList>
    </>
  );
}
