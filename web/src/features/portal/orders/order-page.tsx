import { ReceiptText } from 'lucide-react';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../../paraglide/messages.js';
import type { Live } from '../../../shared/live/listeners.ts';
import type { Row } from '../../../shared/live/source.ts';
import { Link } from '../../../shared/navigation/link.tsx';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { urls } from '../../../shared/urls.ts';
import { BackTo } from '../back-to.tsx';
import { useShopDocument } from '../use-shop-live.ts';
import { CancelOrder } from './cancel-order.tsx';
import { OrderAgain } from './order-again-button.tsx';
import { OrderStatusText } from './order-status-text.tsx';
import { ShopListState } from '../shop-list-state.tsx';

/** One order of the person's own; just placed, it says thank you and what the shop wants to say. */
export default function OrderPage({ id }: { readonly id: string }) {
  const live = useOwnOrder(id);
  return (
    <ShopListState live={live} empty={<NoSuchOrder />}>
      {(order) => <Order order={order} />}
    </ShopListState>
  );
}

/** Somebody else's order and one that never was are refused alike: to the person, both do not exist. */
function useOwnOrder(id: string): Live<Row<OrderDocument>> {
  const live = useShopDocument<OrderDocument>(tenantPaths.order(id));
  const { uid } = usePerson();
  const { status } = useTenant();
  const refused = live.state === 'denied' && (status === 'active' || status === 'readonly');
  const foreign = live.state === 'ready' && live.data.customerUid !== uid;
  return refused || foreign ? { state: 'empty', stale: false } : live;
}

function NoSuchOrder() {
  const { slug } = useTenant();
  return (
    <StatePanel
      icon={<ReceiptText aria-hidden />}
      title={m.portal_order_gone_title()}
      action={
        <Link className={buttonClass()} href={urls.portalOrders(slug)}>
          {m.portal_order_back()}
        </Link>
      }
    >
      {m.portal_order_gone_text()}
    </StatePanel>
  );
}

function Order({ order }: { readonly order: Row<OrderDocument> }) {
  const { slug, moment } = useTenant();
  const justPlaced = useAddress().search.has('placed') && order.status === 'placed';
  const { number, placedAt } = order;
  return (
    <>
      {justPlaced && <ThankYou order={order} />}
      <PageHeader
        title={m.portal_order_title({ number })}
        back={<BackTo href={urls.portalOrders(slug)}>{m.portal_order_back()}</BackTo>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <OrderStatusText status={order.status} />
            {m.portal_order_at({ moment: moment(placedAt) })}
          </span>
        }
        actions={
          <>
            <OrderAgain order={order} />
            <CancelOrder order={order} />
          </>
        }
      />
      <Ending order={order} />
      <Contents order={order} />
    </>
  );
}

function ThankYou({ order: { number } }: { readonly order: Row<OrderDocument> }) {
  const { profile } = useTenant();
  const { email } = usePerson();
  return (
    <div className="mb-6">
      <Notice tone="good" title={m.portal_placed_title()}>
        <p>{m.portal_placed_text({ number, email })}</p>
        {profile.orderText && <p className="mt-2 whitespace-pre-wrap text-ink">{profile.orderText}</p>}
      </Notice>
    </div>
  );
}

/** How it ended, when it has. */
function Ending({ order: { status, fulfilledAt, cancelledAt, cancelReason } }: { readonly order: OrderDocument }) {
  const { moment } = useTenant();
  if (status === 'placed') return null;
  return (
    <div className="mb-4">
      {status === 'fulfilled' && fulfilledAt && (
        <Notice tone="good" title={m.portal_order_fulfilled_at({ moment: moment(fulfilledAt) })} />
      )}
      {status === 'cancelled' && cancelledAt && (
        <Notice tone="warn" title={m.portal_order_cancelled_at({ moment: moment(cancelledAt) })}>
          {cancelReason && m.portal_order_reason({ reason: cancelReason })}
        </Notice>
      )}
    </div>
  );
}

function Contents({ order: { lines, total, message } }: { readonly order: OrderDocument }) {
  const { money } = useTenant();
  return (
    <div className="grid items-start gap-4 md:grid-cols-[1fr_20rem]">
      <Card className="p-0 md:p-0">
        <h2 className="sr-only">{m.portal_order_contents()}</h2>
        <ul>
          {lines.map(({ productId, name, quantity, unitAmount }) => (
            <li
              key={productId}
              className="flex justify-between gap-4 border-t border-line px-4 py-3 first:border-t-0 md:px-6"
            >
              <span className="grid">
                <span>{m.portal_order_line({ quantity, name })}</span>
                <span className="text-small text-muted">{m.portal_each({ price: money(unitAmount) })}</span>
              </span>
              <span>{money(unitAmount * quantity)}</span>
            </li>
          ))}
        </ul>
        <p className="flex justify-between gap-4 border-t border-line px-4 py-3 text-lead font-semibold md:px-6">
          <span>{m.portal_total()}</span>
          <span>{money(total)}</span>
        </p>
      </Card>
      {message && (
        <Card>
          <h2 className="text-small text-muted">{m.portal_order_message()}</h2>
          <p className="whitespace-pre-wrap">{message}</p>
        </Card>
      )}
    </div>
  );
}
