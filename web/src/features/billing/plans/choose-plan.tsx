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

/** The way to a plan: a purchase while none runs, a change of the one that does, once what is owed is paid. Nothing for those who can't pay. */
export function ChoosePlan({ plan, interval, subscription }: Props) {
  const { tenantId, may } = useTenant();
  if (!may('billing:manage', 'billing')) return null;
  if (isRunning(subscription)) {
    const change = changeTo(plan, interval, subscription);
    return change && <ManagePayments tenantId={tenantId} label={change} variant="outline" />;
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

const rhythms = { month: m.billing_pay_monthly, year: m.billing_pay_yearly } satisfies Record<Interval, () => string>;

/** What a plan is to a business that has one; `undefined` where nothing would change. */
function changeTo(
  plan: Plan,
  interval: Interval,
  { plan: own, interval: paid, cancelAtPeriodEnd, pastDueSince }: SubscriptionDocument,
) {
  if (pastDueSince && isPaidPlan(plan)) return undefined;
  if (plan === own) {
    if (cancelAtPeriodEnd) return m.billing_keep();
    return interval === paid ? undefined : rhythms[interval]();
  }
  if (isPaidPlan(plan)) return m.billing_change_to({ plan: planName(plan) });
  return cancelAtPeriodEnd ? undefined : m.billing_cancel();
}
