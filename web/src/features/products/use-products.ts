import type { ProductDocument } from '@tenantry/model/documents/business';
import type { Live } from '../../shared/live/listeners.ts';
import { mergeRows, rowsWith, spellings } from '../../shared/live/merge.ts';
import type { Row } from '../../shared/live/source.ts';
import { cursorOf } from '../../shared/paging.ts';
import { queries, type QueryShape } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import type { ProductsSearch } from './products-search.ts';

/** The products of an address: a page of them, or those whose SKU or name fits what was typed. */
export function useProducts(search: ProductsSearch): Live<Row<ProductDocument>[]> {
  const { tenantId } = useTenant();
  const [first, second, third, fourth] = shapesOf(tenantId, search);
  const page = useTenantQuery<ProductDocument>(first);
  const bySku = useTenantQuery<ProductDocument>(second);
  const byName = useTenantQuery<ProductDocument>(third);
  const byOtherSpelling = useTenantQuery<ProductDocument>(fourth);
  const { q } = search;
  if (q === undefined) return page;
  return mergeRows([rowsWith(page, q, ({ name, sku }) => `${name} ${sku}`), bySku, byName, byOtherSpelling]);
}

function shapesOf(tenantId: string, search: ProductsSearch): readonly QueryShape[] {
  const { q, status } = search;
  if (q === undefined) return [queries.products(tenantId, { status }, cursorOf(search))];
  return [
    queries.productsToSearch(tenantId, { status }),
    queries.productsBySku(tenantId, q, { status }),
    ...spellings(q).map((prefix) => queries.productsByName(tenantId, prefix, { status })),
  ];
}
