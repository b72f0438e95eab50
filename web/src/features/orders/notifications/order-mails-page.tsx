import { useId } from 'react';
import { m } from '../../../paraglide/messages.js';
import { usePerson } from '../../../shared/session/use-session.ts';
import { BackLink } from '../../../shared/tenant/back-link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { Switch } from '../../../shared/ui/basics/switch.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { SkeletonRows } from '../../../shared/ui/data/skeleton.tsx';
import { useOrderMails } from './use-order-mails.ts';

/** Where somebody of the team chooses whether they are mailed each new order. */
export default function OrderMailsPage() {
  const { profile, may } = useTenant();
  return (
    <div className="max-w-xl">
      <PageHeader
        title={m.order_mails_title()}
        lead={m.order_mails_lead({ business: profile.name })}
        back={<BackLink to="/t/$slug/orders">{m.nav_orders()}</BackLink>}
      />
      <Card>
        {may('order:read') ? (
          <Choice />
        ) : (
          <StatePanel title={m.order_mails_held_title()}>{m.order_mails_held_text()}</StatePanel>
        )}
      </Card>
    </div>
  );
}

function Choice() {
  const { tenantId } = useTenant();
  const { email } = usePerson();
  const { live, choose } = useOrderMails(tenantId);
  const id = useId();
  return (
    <ListState live={live} empty={null} skeleton={<SkeletonRows rows={1} />}>
      {({ newOrders }) => (
        <div className="flex items-start gap-4">
          <Switch id={id} checked={newOrders} onCheckedChange={choose} aria-describedby={`${id}-hint`} />
          <div>
            <label htmlFor={id} className="touch inline-flex items-center font-medium">
              {m.order_mails_choice()}
            </label>
            <p id={`${id}-hint`} className="text-small text-muted">
              {m.order_mails_hint({ email })}
            </p>
          </div>
        </div>
      )}
    </ListState>
  );
}
