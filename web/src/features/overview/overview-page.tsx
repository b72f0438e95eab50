import { Link } from '@tanstack/react-router';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import { OrdersTable } from '../../shared/orders/orders-table.tsx';
import { queries } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { Checklist } from './checklist.tsx';
import { ShareCard } from './share-card.tsx';

/** Where staff begin: what is left to set up, what waits, and the way to the customers. */
export default function OverviewPage() {
  const { profile, can, may, slug } = useTenant();
  return (
    <>
      <PageHeader
        title={m.nav_overview()}
        lead={profile.name}
        actions={
          may('order:place') &&
          may('order:manage') && (
            <Link to="/t/$slug/orders/new" params={{ slug }} className={buttonClass()}>
              {m.orders_new()}
            </Link>
          )
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-6">
          <Checklist />
          {can('order:read') && <Waiting />}
        </div>
        <ShareCard />
      </div>
    </>
  );
}

const shown = 8;

function Waiting() {
  const { tenantId, slug } = useTenant();
  const waiting = useTenantQuery<OrderDocument>(queries.orders(tenantId, { status: 'placed' }));
  return (
    <Card className="p-0 md:p-0">
      <h2 className="px-4 pt-4 pb-2 text-lead font-semibold">{m.overview_waiting()}</h2>
      <ListState
        live={waiting}
        empty={<StatePanel title={m.overview_waiting_none()}>{m.overview_waiting_none_text()}</StatePanel>}
      >
        {(orders) => (
          <>
            <OrdersTable orders={orders.slice(0, shown)} />
            <p className="border-t border-line px-4 py-3">
              <Link to="/t/$slug/orders" params={{ slug }} search={{ status: 'placed' }} className="link">
                {m.overview_waiting_all()}
              </Link>
            </p>
          </>
        )}
      </ListState>
    </Card>
  );
}
