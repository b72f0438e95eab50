import { useQuery } from '@tanstack/react-query';
import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { permissionsOf } from '@tenantry/model/roles';
import { callOperator } from '../../../shared/api/call.ts';
import { OperationError } from '../../../shared/api/operation-error.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import { askBy } from '../../../shared/access/tenant-access.ts';

/** A business as the server says that it stands with the operator. */
export type Visited = OperatorOutput<'getTenant'>;
export type Door = NonNullable<Visited['supportDoor']>;

const restMilliseconds = 60_000;
const soonestMilliseconds = 5_000;

const queryOf = (tenantId: string) => ({
  queryKey: ['visit', tenantId],
  queryFn: () => callOperator('getTenant', { tenantId }),
});

/**
 * Whether the operator is in, as the server says: asked on entering and on coming back, now and then, and when the time
 * of the door is over.
 */
export function useVisit(tenantId: string) {
  return useQuery({
    ...queryOf(tenantId),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (!data?.supportDoor) return restMilliseconds;
      const left = Date.parse(data.supportDoor.until) - Date.now() + 500;
      return Math.min(restMilliseconds, Math.max(soonestMilliseconds, left));
    },
  });
}

/** Asks anew; the pages of the visit follow the answer. */
export function askVisit(tenantId: string): Promise<Visited> {
  return queryClient.fetchQuery({ ...queryOf(tenantId), staleTime: 0 });
}

/** The door that the operator is in by, while what lies behind it can be read. */
export function openDoorOf({ supportDoor, status }: Visited): Door | undefined {
  const readable = status === 'active' || status === 'readonly';
  return supportDoor?.inside && readable ? supportDoor : undefined;
}

/** Whoever looks in is no member: a line that is refused asks after the visit. */
askBy(async (tenantId) => {
  const visited = await askVisit(tenantId);
  const door = openDoorOf(visited);
  if (!door) throw new OperationError('permission-denied');
  return { role: door.scope, status: visited.status, permissions: permissionsOf(door.scope) };
});
