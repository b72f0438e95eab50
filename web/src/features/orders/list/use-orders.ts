import type { OrderDocument } from '@tenantry/model/documents/business';
import type { Live } from '../../../shared/live/listeners.ts';
import { mergeRows, spellings } from '../../../shared/live/merge.ts';
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
  const shapes = shapesOf(tenantId, search);
  const first = useTenantQuery<OrderDocument>(shapes[0]);
  const second = useTenantQuery<OrderDocument>(shapes[1]);
  const third = useTenantQuery<OrderDocument>(shapes[2]);
  const fourth = useTenantQuery<OrderDocument>(shapes[3]);
  const merged = mergeRows([first, second, third, fourth].slice(0, shapes.length));
  return search.q === undefined ? first : newestFirst(merged);
}

const mostSpellings = 3;

function shapesOf(tenantId: string, search: OrdersSearch): readonly QueryShape[] {
  const { q, status } = search;
  if (q === undefined) return [queries.orders(tenantId, { status }, cursorOf(search))];
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  if (number !== undefined) return [queries.orderByNumber(tenantId, Number(number))];
  return [
    queries.ordersByCustomerEmail(tenantId, q.toLowerCase(), { status }),
    ...spellings(q)
      .slice(0, mostSpellings)
      .map((prefix) => queries.ordersByCustomerName(tenantId, prefix, { status })),
  ];
}

function newestFirst(live: Orders): Orders {
  return live.state === 'ready' ? { ...live, data: live.data.toSorted((a, b) => b.number - a.number) } : live;
}
