import type { ProductDocument } from '@tenantry/model/documents/business';
import type { Live } from '../../../shared/live/listeners.ts';
import type { Row } from '../../../shared/live/source.ts';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';

export type Offer = Row<ProductDocument>;

/** What is for sale, live: prices and stock are those of this moment. */
export function useOffers(): Live<Offer[]> {
  const { tenantId } = useTenant();
  return useTenantQuery<ProductDocument>(queries.publishedProducts(tenantId));
}
