import type { OrderDocument } from '@tenantry/model/documents/business';
import type { Live } from '../../../shared/live/listeners.ts';
import { mergeRows, rowsWith, spellings } from '../../../shared/live/merge.ts';
import type { Row } from '../../../shared/live/source.ts';
import { cursorOf } from '../../../shared/paging.ts';
import { queries, type QueryShape } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import type { OrdersSearch } from '../orders-search.ts';

type Orders = Live<Row<OrderDocument>[]>;

/** The orders of an address: a page of them, or those that were searched for by number, customer or e-mail address. */
export function useOrders(search: OrdersSearch): Orders {
  const { tenantId } = useTenant();
  const { q } = search;
  const [first, second, third, fourth] = shapesOf(tenantId, search);
  const page = useTenantQuery<OrderDocument>(first);
  const byEmail = useTenantQuery<OrderDocument>(second);
  const byName = useTenantQuery<OrderDocument>(third);
  const byOtherSpelling = useTenantQuery<OrderDocument>(fourth);
  if (q === undefined || second === undefined) return page;
  const within = rowsWith(page, q, ({ customerName, customerEmail }) => `${customerName} ${customerEmail ?? ''}`);
  return newestFirst(mergeRows([within, byEmail, byName, byOtherSpelling]));
}

function shapesOf(tenantId: string, search: OrdersSearch): readonly QueryShape[] {
  const { q, status } = search;
  if (q === undefined) return [queries.orders(tenantId, { status }, cursorOf(search))];
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  if (number !== undefined) return [queries.orderByNumber(tenantId, Number(number))];
  return [
    queries.ordersToSearch(tenantId, { status }),
    queries.ordersByCustomerEmail(tenantId, q.toLowerCase(), { status }),
    ...spellings(q).map((prefix) => queries.ordersByCustomerName(tenantId, prefix, { status })),
  ];
}

function newestFirst(live: Orders): Orders {
  return live.state === 'ready' ? { ...live, data: live.data.toSorted((a, b) => b.number - a.number) } : live;
}
