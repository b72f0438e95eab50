import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { useFeature } from '../../shared/billing/use-feature.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { PlanNotice } from './plan-notice.tsx';
import { RolesTable } from './roles-table.tsx';
import { useBusiness } from './use-business.ts';

/** Which roles there are: those of every business, and this one's own. */
export default function RolesPage() {
  const { may, slug } = useTenant();
  const business = useBusiness();
  const hasOwnRoles = useFeature('custom-roles');
  return (
    <>
      <PageHeader
        title={m.nav_roles()}
        lead={m.roles_lead()}
        actions={
          may('role:manage') &&
          hasOwnRoles && (
            <Link to="/t/$slug/roles/new" params={{ slug }} className={buttonClass()}>
              {m.roles_new()}
            </Link>
          )
        }
      />
      <ListState live={business} empty={null}>
        {(data) => {
          const own = Object.entries(data.roles ?? {});
          return (
            <div className="grid gap-6">
              <PlanNotice business={data} />
              {(own.length > 0 || hasOwnRoles) && (
                <Card className="p-0 md:p-0">
                  <h2 className="px-4 pt-4 pb-2 text-lead font-semibold">{m.roles_own()}</h2>
                  {own.length > 0 ? (
                    <RolesTable caption={m.roles_own()} roles={own.map(([key]) => key)} />
                  ) : (
                    <StatePanel title={m.roles_empty_title()}>{m.roles_empty_text()}</StatePanel>
                  )}
                </Card>
              )}
              <Card className="p-0 md:p-0">
                <h2 className="px-4 pt-4 pb-2 text-lead font-semibold">{m.roles_built_in()}</h2>
                <RolesTable caption={m.roles_built_in()} roles={builtIn} />
              </Card>
            </div>
          );
        }}
      </ListState>
    </>
  );
}

/** Customers are counted on their own page: there can be any number of them. */
const builtIn = ['owner', 'admin', 'member', 'viewer'];
