import type { MemberDocument } from '@tenantry/model/documents/people';
import type { Live } from '../live/listeners.ts';
import { mergeRows, spellings } from '../live/merge.ts';
import type { Row } from '../live/source.ts';
import { type Cursor, queries } from '../queries.ts';
import { useTenant } from '../tenant/tenant.ts';
import { useTenantQuery } from '../tenant/use-tenant-live.ts';

export type Customer = Row<MemberDocument>;

/** A page of the shop's customers, newest first, or those whose name or e-mail address begins with what was typed. */
export function useCustomers(q: string | undefined, cursor: Cursor = {}): Live<Customer[]> {
  const { tenantId } = useTenant();
  const [typed, second, third] = q === undefined ? [] : spellings(q);
  const named = (prefix: string | undefined) =>
    prefix === undefined ? undefined : queries.customersByName(tenantId, prefix);

  const page = useTenantQuery<MemberDocument>(q === undefined ? queries.customers(tenantId, cursor) : undefined);
  const byEmail = useTenantQuery<MemberDocument>(
    q === undefined ? undefined : queries.customersByEmail(tenantId, q.toLowerCase()),
  );
  const byName = useTenantQuery<MemberDocument>(named(typed));
  const bySecond = useTenantQuery<MemberDocument>(named(second));
  const byThird = useTenantQuery<MemberDocument>(named(third));
  if (q === undefined) return page;
  return mergeRows([
    byEmail,
    byName,
    ...(second === undefined ? [] : [bySecond]),
    ...(third === undefined ? [] : [byThird]),
  ]);
}
