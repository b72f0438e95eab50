import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrderDocument } from '@tenantry/model/documents/business';
import type { MemberDocument } from '@tenantry/model/documents/people';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import type { Row } from '../../shared/live/source.ts';
import { OrdersTable } from '../../shared/orders/orders-table.tsx';
import { queries } from '../../shared/queries.ts';
import { BackLink } from '../../shared/tenant/back-link.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { useTenantDocument, useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { ConfirmDialog } from '../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';

/** One customer: who it is, and what they ordered. */
export default function CustomerPage() {
  const { uid } = useParams({ from: '/t/$slug/customers/$uid' });
  const { tenantId, can } = useTenant();
  const member = useTenantDocument<MemberDocument>(tenantPaths.member(uid));
  const orders = useTenantQuery<OrderDocument>(can('order:read') ? queries.ordersOf(tenantId, uid) : undefined);
  return (
    <>
      {member.state !== 'ready' && <Header title={member.state === 'empty' ? m.customer_gone() : m.nav_customers()} />}
      <ListState live={member} empty={null} skeleton={null}>
        {(found) => (
          <Header
            title={found.displayName || found.email}
            lead={found.email}
            actions={<RemoveCustomer customer={found} />}
          />
        )}
      </ListState>
      {can('order:read') && (
        <Card className="p-0 md:p-0">
          <h2 className="px-4 pt-4 pb-2 text-lead font-semibold">{m.nav_orders()}</h2>
          <ListState live={orders} empty={<StatePanel title={m.customer_no_orders()} />}>
            {(all) => <OrdersTable orders={all} />}
          </ListState>
        </Card>
      )}
    </>
  );
}

type HeaderProps = Pick<React.ComponentProps<typeof PageHeader>, 'title' | 'lead' | 'actions'>;

function Header(props: HeaderProps) {
  return <PageHeader {...props} back={<BackLink to="/t/$slug/customers">{m.nav_customers()}</BackLink>} />;
}

function RemoveCustomer({ customer: { id, role, displayName, email } }: { readonly customer: Row<MemberDocument> }) {
  const { tenantId, slug, may } = useTenant();
  const { mayGive } = useRoles();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (role !== 'customer' || !may('member:manage', 'release') || !mayGive(role)) return null;
  const name = displayName || email;
  return (
    <>
      <Button variant="outline" onClick={() => setAsking(true)}>
        {m.customer_remove()}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={m.member_remove_title({ name })}
        lead={m.customer_remove_text()}
        action={m.customer_remove()}
        onConfirm={async () => {
          await call('removeMember', { tenantId, uid: id });
          toastDone(m.member_removed({ name }));
          await navigate({ to: '/t/$slug/customers', params: { slug } });
        }}
      />
    </>
  );
}
