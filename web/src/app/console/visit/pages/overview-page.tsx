import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { PlanCard } from '../../../../features/settings/plan-card.tsx';
import { SettingsFacts } from '../../../../features/settings/settings-facts.tsx';
import { momentText, scopeText } from '../../../../features/console/business-texts.ts';
import { m } from '../../../../paraglide/messages.js';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { Facts } from '../../../../shared/ui/data/facts.tsx';
import { ListState } from '../../../../shared/ui/data/list-state.tsx';

/** Where a visit begins: why the door stands open, and how the business is set up. */
export function OverviewPage() {
  const { slug } = useTenant();
  return (
    <>
      <PageHeader title={m.nav_overview()} lead={slug} />
      <div className="grid gap-6 md:grid-cols-2 lg:grid-cols-3">
        <DoorCard />
        <Card className="self-start">
          <h2 className="mb-4 text-lead font-semibold">{m.visit_settings()}</h2>
          <SettingsFacts />
        </Card>
        <PlanCard />
      </div>
    </>
  );
}

function DoorCard() {
  const { day } = useTenant();
  const tenant = useTenantDocument<TenantDocument>(tenantPaths.self());
  return (
    <Card className="self-start">
      <h2 className="mb-4 text-lead font-semibold">{m.visit_door()}</h2>
      <ListState live={tenant} empty={null}>
        {({ supportDoor, createdAt }) => (
          <Facts
            facts={[
              ...(supportDoor
                ? ([
                    [
                      m.visit_door_reason(),
                      <span key="reason" className="wrap-anywhere">
                        {supportDoor.reason}
                      </span>,
                    ],
                    [m.visit_door_until(), momentText(supportDoor.until.toDate().toISOString())],
                    [m.console_door_scope(), scopeText(supportDoor.scope)],
                  ] as const)
                : []),
              [m.visit_business_since(), day(createdAt)],
            ]}
          />
        )}
      </ListState>
    </Card>
  );
}
