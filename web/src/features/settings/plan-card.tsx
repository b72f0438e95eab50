import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../paraglide/messages.js';
import { PlansLink } from '../../shared/billing/plans-link.tsx';
import { planName } from '../../shared/tenant/plan-names.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Facts } from '../../shared/ui/data/facts.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';

const limitText = (limit: number | null): string => (limit === null ? m.plan_unlimited() : m.plan_up_to({ limit }));

/** What the plan allows. */
export function PlanCard() {
  const tenant = useTenantDocument<TenantDocument>(tenantPaths.self());
  return (
    <Card className="self-start">
      <h2 className="mb-4 text-lead font-semibold">{m.plan_title()}</h2>
      <ListState live={tenant} empty={null}>
        {({ plan, limits }) => (
          <div className="grid gap-4">
            <Facts
              facts={[
                [m.plan_title(), planName(plan)],
                [m.nav_team(), limitText(limits.seats)],
                [m.nav_products(), limitText(limits.products)],
                [m.plan_orders_month(), limitText(limits.ordersPerMonth)],
              ]}
            />
            <PlansLink />
          </div>
        )}
      </ListState>
    </Card>
  );
}
