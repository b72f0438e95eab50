import { ReceiptText } from 'lucide-react';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import type { Row } from '../../../shared/live/source.ts';
import { navigate, withSearch } from '../../../shared/navigation/address.ts';
import { Link } from '../../../shared/navigation/link.tsx';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { queries } from '../../../shared/queries.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button, buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { SkeletonRows } from '../../../shared/ui/data/skeleton.tsx';
import { urls } from '../../../shared/urls.ts';
import { useShopQuery } from '../use-shop-live.ts';
import { OrderStatusText } from './order-status-text.tsx';
import { ShopListState } from '../shop-list-state.tsx';

const step = 25;
const stepsAtMost = 40;

/** The person's own orders, newest first. */
export default function OrdersPage() {
  const { tenantId, slug } = useTenant();
  const { uid } = usePerson();
  const address = useAddress();
  const steps = Math.min(Math.max(Number(address.search.get('more')) || 1, 1), stepsAtMost);
  const shown = steps * step;
  const orders = useShopQuery<OrderDocument>(queries.ordersOf(tenantId, uid, shown + 1));
  return (
    <>
      <PageHeader title={m.portal_orders_title()} />
      <ShopListState
        live={orders}
        skeleton={
          <Card className="p-0 md:p-0">
            <SkeletonRows height="4.75rem" />
          </Card>
        }
        empty={
          <StatePanel
            icon={<ReceiptText aria-hidden />}
            title={m.portal_orders_empty_title()}
            action={
              <Link className={buttonClass()} href={urls.portal(slug)}>
                {m.portal_to_shop()}
              </Link>
            }
          >
            {m.portal_orders_empty_text()}
          </StatePanel>
        }
      >
        {(rows) => (
          <>
            <Card className="p-0 md:p-0">
              <ul>
                {rows.slice(0, shown).map((order) => (
                  <OrderRow key={order.id} order={order} />
                ))}
              </ul>
            </Card>
            {rows.length > shown && (
              <div className="mt-6 flex justify-center">
                <Button
                  variant="outline"
                  onClick={() => navigate(withSearch(address, { more: String(steps + 1) }), { replace: true })}
                >
                  {m.portal_orders_older()}
                </Button>
              </div>
            )}
          </>
        )}
      </ShopListState>
    </>
  );
}

function OrderRow({ order }: { readonly order: Row<OrderDocument> }) {
  const { slug, money, moment } = useTenant();
  const { id, number, placedAt, total, status, lines } = order;
  return (
    <li className="relative grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-line px-4 py-3 first:border-t-0 hover:bg-accent-soft/50 md:px-6">
      <Link href={urls.portalOrder(slug, id)} className="font-semibold after:absolute after:inset-0">
        {m.portal_order_title({ number })}
      </Link>
      <span className="text-right font-semibold">{money(total)}</span>
      <span className="min-w-0 text-small text-muted">
        <span className="block">{moment(placedAt)}</span>
        <span className="line-clamp-1">{lines.map(({ name }) => name).join(', ')}</span>
      </span>
      <span className="self-start text-right">
        <OrderStatusText status={status} />
      </span>
    </li>
  );
}
