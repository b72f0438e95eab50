import { searchKeyOf } from '@tenantry/model/search-key';
import { findPlacements, type Placed, readStandings } from '../platform/data/across-tenants.ts';
import { fromCursor, listBeginning, type ListPosition, toCursor } from './list-cursor.ts';
import { operatorOperation } from './operator-operation.ts';
import { summaryOf } from './tenant-summary.ts';

const pageSize = 50;

/**
 * Lists tenants by name, and after them those whose address alone begins as searched. A page costs two reads for each
 * tenant on it, beside the search.
 */
export const listTenants = operatorOperation('listTenants', async ({ caller, input, now }) => {
  const search = searchKeyOf(input.search ?? '');
  const start = input.cursor === undefined ? listBeginning : fromCursor(input.cursor, search);
  const { found, next } = await findPage(search, start);
  const standings = await readStandings(found);
  return {
    tenants: standings.flatMap((standing) => summaryOf(standing, caller.uid, now) ?? []),
    cursor: next ? toCursor(next) : null,
  };
});

type Page = { readonly found: readonly Placed[]; readonly next: ListPosition | undefined };

/** A page that begins in one part of the list and may end in the next. */
async function findPage(search: string, start: ListPosition): Promise<Page> {
  const found: Placed[] = [];
  let [field, last] = start;
  for (;;) {
    const limit = pageSize - found.length;
    const after = last ? { key: last[0], tenantId: last[1] } : undefined;
    const some = await findPlacements({ field, beginning: search, after, limit });
    // The part by address leaves out whom the part by name has listed.
    found.push(...some.filter(({ placement }) => field === 'nameKey' || !placement.nameKey.startsWith(search)));
    const end = some.at(-1);
    if (end && some.length === limit) last = [end.placement[field], end.tenantId];
    else if (field === 'nameKey' && search !== '') [field, last] = ['slug', null];
    else return { found, next: undefined };
    if (found.length === pageSize) return { found, next: [field, last] };
  }
}
