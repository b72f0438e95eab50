import type { MemberDocument } from '@tenantry/model/documents/people';
import type { Live } from '../live/listeners.ts';
import { mergeRows, rowsWith, spellings } from '../live/merge.ts';
import type { Row } from '../live/source.ts';
import { type Cursor, queries, type QueryShape } from '../queries.ts';
import { useTenant } from '../tenant/tenant.ts';
import { useTenantQuery } from '../tenant/use-tenant-live.ts';

export type Customer = Row<MemberDocument>;

/** A page of the shop's customers, newest first, or those whose name or e-mail address fits what was typed. */
export function useCustomers(q: string | undefined, cursor: Cursor = {}): Live<Customer[]> {
  const { tenantId } = useTenant();
  const [first, second, third, fourth] = shapesOf(tenantId, q, cursor);
  const page = useTenantQuery<MemberDocument>(first);
  const byEmail = useTenantQuery<MemberDocument>(second);
  const byName = useTenantQuery<MemberDocument>(third);
  const byOtherSpelling = useTenantQuery<MemberDocument>(fourth);
  if (q === undefined) return page;
  const within = rowsWith(page, q, ({ displayName, email }) => `${displayName} ${email}`);
  return mergeRows([within, byEmail, byName, byOtherSpelling]);
}

function shapesOf(tenantId: string, q: string | undefined, cursor: Cursor): readonly QueryShape[] {
  if (q === undefined) return [queries.customers(tenantId, cursor)];
  return [
    queries.customersToSearch(tenantId),
    queries.customersByEmail(tenantId, q.toLowerCase()),
    ...spellings(q).map((prefix) => queries.customersByName(tenantId, prefix)),
  ];
}
