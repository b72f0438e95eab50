import type { ProductDocument } from '@tenantry/model/documents/business';
import type { Live } from '../../shared/live/listeners.ts';
import { mergeRows, spellings } from '../../shared/live/merge.ts';
import type { Row } from '../../shared/live/source.ts';
import { cursorOf } from '../../shared/paging.ts';
import { queries } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import type { ProductsSearch } from './products-search.ts';

/** The products of an address: a page of them, or those whose SKU it is or whose name begins with what was typed. */
export function useProducts(search: ProductsSearch): Live<Row<ProductDocument>[]> {
  const { tenantId } = useTenant();
  const { q, status } = search;
  const [typed, second, third] = q === undefined ? [] : spellings(q);
  const named = (namePrefix: string | undefined) =>
    namePrefix === undefined ? undefined : queries.products(tenantId, { status, namePrefix });

  const page = useTenantQuery<ProductDocument>(
    typed === undefined ? queries.products(tenantId, { status }, cursorOf(search)) : undefined,
  );
  const bySku = useTenantQuery<ProductDocument>(
    typed === undefined ? undefined : queries.products(tenantId, { status, sku: typed }),
  );
  const byName = useTenantQuery<ProductDocument>(named(typed));
  const bySecond = useTenantQuery<ProductDocument>(named(second));
  const byThird = useTenantQuery<ProductDocument>(named(third));
  if (typed === undefined) return page;
  return mergeRows([
    bySku,
    byName,
    ...(second === undefined ? [] : [bySecond]),
    ...(third === undefined ? [] : [byThird]),
  ]);
}
