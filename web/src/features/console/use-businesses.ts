import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { callOperator } from '../../shared/api/call.ts';
import { queryClient } from '../../shared/api/query-client.ts';
import { isRefusal } from '../../shared/api/operation-error.ts';
import type { Live } from '../../shared/live/listeners.ts';
import { liveAnswer } from './live-answer.ts';

export type Page = OperatorOutput<'listTenants'>;
export type Business = Page['tenants'][number];

const key = 'businesses';

type Businesses = {
  /** The page in the states that every list has. */
  readonly live: Live<Page>;
  /** The cursor in the address is none of this search. */
  readonly gone: boolean;
  /** Another page or search is on its way; what is shown is the one before. */
  readonly waiting: boolean;
};

type Sought = {
  /** The beginning of a name or an address. */
  readonly search: string;
  readonly cursor: string | undefined;
  /** Only those that let support in now. */
  readonly doorsOpen: boolean;
};

/** A page of the list of businesses, by the beginning of their names and addresses. */
export function useBusinesses({ search, cursor, doorsOpen }: Sought): Businesses {
  const query = useQuery({
    queryKey: [key, search, cursor, doorsOpen],
    queryFn: () =>
      callOperator('listTenants', {
        ...(search && { search }),
        ...(cursor && { cursor }),
        ...(doorsOpen && { doorsOpen }),
      }),
    placeholderData: keepPreviousData,
    // Businesses are opened and held back while somebody looks.
    refetchInterval: 60_000,
  });
  return {
    live: liveAnswer(query, ({ tenants }) => tenants.length === 0),
    gone: cursor !== undefined && isRefusal(query.error, 'input'),
    waiting: query.isPlaceholderData,
  };
}

/** Asks for every list anew; what is shown stays until the answer comes. */
export function refreshBusinesses(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [key] });
}
