import type { ProductDocument } from '@tenantry/model/documents/business';
import type { Live } from '../../shared/live/listeners.ts';
import { queryFirst } from '../../shared/live/lite-first.ts';
import { together } from '../../shared/live/together.ts';
import type { Row, Source } from '../../shared/live/source.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { queries } from '../../shared/queries.ts';
import { type Tenant, useTenant } from '../../shared/tenant/tenant.ts';

export type Offers = ReadonlyMap<string, Row<ProductDocument>>;

/** These products by id, as far as they are for sale; for a basket or an order, whatever page of the shop they stand on. */
export function offersSource(
  { tenantId, database }: Pick<Tenant, 'tenantId' | 'database'>,
  productIds: readonly string[],
): Source<Map<string, Row<ProductDocument>>> | undefined {
  const ids = [...new Set(productIds)].toSorted();
  if (ids.length === 0) return undefined;
  const parts = new Map(ids.map((id) => [id, firstRow(database, tenantId, id)]));
  return together(JSON.stringify(['offers', database, tenantId, ids]), tenantId, parts);
}

function firstRow(database: string, tenantId: string, id: string): Source<Row<ProductDocument>> {
  const rows = queryFirst<ProductDocument>(database, queries.publishedProduct(tenantId, id), tenantId);
  return {
    ...rows,
    open: (arrived, failed) => rows.open(({ data, stale }) => arrived({ data: data?.[0], stale }), failed),
  };
}

/** The same, live; loading for ever when there are none to look for. */
export function useOffers(productIds: readonly string[]): Live<Offers> {
  const tenant = useTenant();
  return useLive<Offers>(offersSource(tenant, productIds));
}
