import { type Cursor, queries, type QueryShape } from '../../shared/queries.ts';
import { endOfDay, startOfDay } from '../../shared/format/days.ts';
import type { AuditSearch } from './audit-search.ts';

/** The query of an address: its filters and the page. Days are those of the business's time zone. */
export function auditQuery(
  tenantId: string,
  { by, act, from, to }: AuditSearch,
  timeZone: string,
  page: Cursor & { readonly limit?: number },
): QueryShape {
  const filter = {
    actor: by,
    action: act,
    from: from === undefined ? undefined : startOfDay(from, timeZone),
    until: to === undefined ? undefined : endOfDay(to, timeZone),
  };
  return queries.audit(tenantId, filter, page);
}
