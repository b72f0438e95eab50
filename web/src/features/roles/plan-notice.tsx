import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../paraglide/messages.js';
import { planName } from '../../shared/tenant/plan-names.ts';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { hasOwnRoles, planWithRoles } from './use-role-plan.ts';

/** Which plan has roles of one's own, and what still goes without it. */
export function PlanNotice({ business }: { readonly business: TenantDocument }) {
  const plan = planWithRoles();
  if (hasOwnRoles(business) || !plan) return null;
  const some = Object.keys(business.roles ?? {}).length > 0;
  return (
    <Notice tone="warn" title={m.roles_plan_title({ plan: planName(plan) })}>
      {some
        ? m.roles_plan_some({ plan: planName(business.plan) })
        : m.roles_plan_none({ plan: planName(business.plan) })}
    </Notice>
  );
}
