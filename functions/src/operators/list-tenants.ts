import type { TenantSummary } from '@tenantry/model/operations/operators';
import { searchKeyOf } from '@tenantry/model/search-key';
import { findOpenDoors, findPlacements, type Placed, readStandings } from '../platform/data/tenants/across-tenants.ts';
import { fromCursor, listBeginning, type ListPosition, toCursor } from './list-cursor.ts';
import { operatorOperation } from './operator-operation.ts';
import { summaryOf } from './tenant-summary.ts';

const pageSize = 50;
/** Doors that stand open at the same time are few: each was opened by hand, for a day at most. */
const doorsAtMost = 200;

/**
 * Lists tenants by name, and after them those whose address alone begins as searched; or those whose door to support
 * stands open. A page costs two reads for each tenant on it, beside the search.
 */
export const listTenants = operatorOperation('listTenants', async ({ caller, input, now }) => {
  const search = searchKeyOf(input.search ?? '');
  const start = input.cursor === undefined ? listBeginning : fromCursor(input.cursor, search);
  const { found, next } = input.doorsOpen ? await findOpen(search, now) : await findPage(search, start);
  const listed = (await readStandings(found)).flatMap((standing) => summaryOf(standing, caller.uid, now) ?? []);
  return {
    // What a tenant's own document shows is a copy: another judges.
    tenants: input.doorsOpen ? helpedFirst(listed.filter(({ supportDoor }) => supportDoor !== null)) : listed,
    cursor: next ? toCursor(next) : null,
  };
});

/** Who pays for being helped first, and then the others, each the first to shut first. */
function helpedFirst(open: readonly TenantSummary[]): TenantSummary[] {
  const rank = ({ supportDoor }: TenantSummary) => (supportDoor?.priority ? 0 : 1);
  return open.toSorted((a, b) => rank(a) - rank(b));
}

type Page = { readonly found: readonly Placed[]; readonly next: ListPosition | undefined };

async function findOpen(search: string, now: Date): Promise<Page> {
  const open = await findOpenDoors(now, doorsAtMost);
  const isSought = ({ placement: { nameKey, slug } }: Placed) => nameKey.startsWith(search) || slug.startsWith(search);
  return { found: open.filter(isSought), next: undefined };
}

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
