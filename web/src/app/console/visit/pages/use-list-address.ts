import type * as z from 'zod/mini';
import { navigate, withSearch } from '../../../../shared/navigation/address.ts';
import { useAddress } from '../../../../shared/navigation/use-address.ts';

type Search = Readonly<Record<string, string | undefined>>;

/** What the address of a list holds, and how to go to another page or filter of it: what is not named is taken away. */
export function useListAddress<Output extends Search>(schema: z.ZodMiniType<Output>) {
  const address = useAddress();
  const search = schema.parse(Object.fromEntries(address.search));
  const go = (next: Search, replace = false) =>
    navigate(withSearch({ ...address, search: new URLSearchParams() }, next), { replace });
  return { search, go };
}
