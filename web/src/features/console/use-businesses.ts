import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { callOperator } from '../../shared/api/call.ts';
import { queryClient } from '../../shared/api/query-client.ts';
import { isRefusal } from '../../shared/api/operation-error.ts';
import { type Asked, useAsked } from './use-asked.ts';

export type Page = OperatorOutput<'listTenants'>;
export type Business = Page['tenants'][number];

const key = 'businesses';

type Businesses = Pick<Asked<Page>, 'live' | 'waiting'> & {
  /** The cursor in the address is none of this search. */
  readonly gone: boolean;
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
  const { live, waiting, error } = useAsked(
    [key, search, cursor, doorsOpen],
    () =>
      callOperator('listTenants', {
        ...(search && { search }),
        ...(cursor && { cursor }),
        ...(doorsOpen && { doorsOpen }),
      }),
    ({ tenants }) => tenants.length === 0,
  );
  return { live, waiting, gone: cursor !== undefined && isRefusal(error, 'input') };
}

/** Asks for every list anew; what is shown stays until the answer comes. */
export function refreshBusinesses(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [key] });
}
