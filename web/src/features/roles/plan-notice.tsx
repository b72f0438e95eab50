import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../paraglide/messages.js';
import { plansWith } from '../../shared/billing/feature-names.ts';
import { PlansLink } from '../../shared/billing/plans-link.tsx';
import { useFeature } from '../../shared/billing/use-feature.ts';
import { planName } from '../../shared/tenant/plan-names.ts';
import { Notice } from '../../shared/ui/basics/notice.tsx';

/** Which plans have roles of one's own, and what still goes without them. */
export function PlanNotice({ business: { roles = {}, plan } }: { readonly business: TenantDocument }) {
  if (useFeature('custom-roles') !== false) return null;
  const some = Object.keys(roles).length > 0;
  return (
    <Notice tone="warn" title={plansWith('custom-roles')} action={<PlansLink />}>
      {some ? m.roles_plan_some({ plan: planName(plan) }) : m.roles_plan_none({ plan: planName(plan) })}
    </Notice>
  );
}
