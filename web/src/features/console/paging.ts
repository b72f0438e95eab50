import { type Address, withSearch } from '../../shared/navigation/address.ts';

type Neighbour = { readonly to: string; readonly state: unknown };

/**
 * The pages before and after the one at an address. The server's cursors lead onwards only: the way here is kept with
 * the entry of the history, and an address from elsewhere leads back to the first page.
 */
export function neighbours(
  address: Address,
  next: string | null,
): { readonly onward: Neighbour | undefined; readonly back: Neighbour | undefined } {
  const cursor = address.search.get('cursor') ?? undefined;
  const trail = trailOf(address.state);
  return {
    onward:
      next === null
        ? undefined
        : {
            to: withSearch(address, { cursor: next, business: undefined }),
            state: { trail: [...trail, cursor ?? ''] },
          },
    back:
      cursor === undefined
        ? undefined
        : {
            to: withSearch(address, { cursor: trail.at(-1), business: undefined }),
            state: { trail: trail.slice(0, -1) },
          },
  };
}

/** The cursors of the pages before, the first page's being the empty text. */
function trailOf(state: unknown): readonly string[] {
  const trail = typeof state === 'object' && state !== null && 'trail' in state ? state.trail : [];
  return Array.isArray(trail) ? trail.filter((cursor) => typeof cursor === 'string') : [];
}
