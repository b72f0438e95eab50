import { type Interval, isPaidPlan } from '@tenantry/model/billing/price-table';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { Plan } from '@tenantry/model/plans';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { planName } from '../../../shared/tenant/plan-names.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { GoButton } from '../payments/go-button.tsx';
import { ManagePayments } from '../payments/manage-payments.tsx';
import { isRunning } from '../use-subscription.ts';

type Props = { readonly plan: Plan; readonly interval: Interval; readonly subscription: SubscriptionDocument };

/** The way to a plan: a purchase while none runs, a change of the one that does. Nothing for those who can't pay. */
export function ChoosePlan({ plan, interval, subscription }: Props) {
  const { tenantId, may } = useTenant();
  if (!may('billing:manage', 'billing')) return null;
  if (isRunning(subscription)) {
    if (plan === subscription.plan) return null;
    const label = isPaidPlan(plan) ? m.billing_change_to({ plan: planName(plan) }) : m.billing_cancel();
    return <ManagePayments tenantId={tenantId} label={label} variant="outline" />;
  }
  if (!isPaidPlan(plan)) return null;
  return (
    <GoButton
      label={m.billing_choose({ plan: planName(plan) })}
      ask={() => call('startCheckout', { tenantId, plan, interval })}
      stateText={m.billing_runs_already()}
    />
  );
}
