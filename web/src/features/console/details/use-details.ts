import { useQuery } from '@tanstack/react-query';
import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { callOperator } from '../../../shared/api/call.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import type { Live } from '../../../shared/live/listeners.ts';
import { liveAnswer } from '../live-answer.ts';

type Details = OperatorOutput<'getTenant'>;
export type Gifts = Details['gifts'];
export type Billing = Details['billing'];

const keyOf = (tenantId: string) => ['details', tenantId];

/** What operators gave a business and took from it, as the server says now. */
export function useGifts(tenantId: string): Live<Gifts> {
  return useDetails(
    tenantId,
    ({ gifts }) => gifts,
    ({ plan, features }) => plan === null && features.length === 0,
  );
}

/** What a business pays for, as it was last heard from Stripe. */
export function useBilling(tenantId: string): Live<Billing> {
  return useDetails(
    tenantId,
    ({ billing }) => billing,
    () => false,
  );
}

function useDetails<T>(tenantId: string, part: (details: Details) => T, isEmpty: (part: T) => boolean): Live<T> {
  const query = useQuery({
    queryKey: keyOf(tenantId),
    queryFn: () => callOperator('getTenant', { tenantId }),
    select: part,
    // Another operator may have done something since the window was open the last time.
    staleTime: 0,
  });
  return liveAnswer(query, isEmpty);
}

/** Asks anew, once something was done. */
export function refreshDetails(tenantId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keyOf(tenantId) });
}
