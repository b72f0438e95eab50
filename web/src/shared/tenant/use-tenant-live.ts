import { inTenant } from '@tenantry/model/paths';
import type { Live } from '../live/listeners.ts';
import { documentSource, querySource, type Row } from '../live/source.ts';
import { useLive } from '../live/use-live.ts';
import type { QueryShape } from '../queries.ts';
import { useTenant } from './tenant.ts';

/** A document of this business, live. `relative` is one of the model's `tenantPaths`; without it nothing is listened to. */
export function useTenantDocument<T>(relative: string | undefined): Live<Row<T>> {
  const { database, tenantId } = useTenant();
  const source =
    relative === undefined ? undefined : documentSource<T>(database, inTenant(tenantId, relative), tenantId);
  return useLive(source);
}

/** A query on this business, live; without one nothing is listened to. */
export function useTenantQuery<T>(shape: QueryShape | undefined): Live<Row<T>[]> {
  const { database, tenantId } = useTenant();
  return useLive(shape && querySource<T>(database, shape, tenantId));
}
