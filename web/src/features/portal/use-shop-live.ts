import { inTenant } from '@tenantry/model/paths';
import type { Live } from '../../shared/live/listeners.ts';
import { documentFirst, queryFirst } from '../../shared/live/lite-first.ts';
import type { Row } from '../../shared/live/source.ts';
import { useLive } from '../../shared/live/use-live.ts';
import type { QueryShape } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';

/** A document of this shop: read at once, live as soon as the SDK that listens is there. */
export function useShopDocument<T>(relative: string): Live<Row<T>> {
  const { database, tenantId } = useTenant();
  return useLive(documentFirst<T>(database, inTenant(tenantId, relative), tenantId));
}

/** A query on this shop, in the same way. */
export function useShopQuery<T>(shape: QueryShape): Live<Row<T>[]> {
  const { database, tenantId } = useTenant();
  return useLive(queryFirst<T>(database, shape, tenantId));
}
