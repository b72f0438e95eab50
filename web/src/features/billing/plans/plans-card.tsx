import { type Interval, trialDays } from '@tenantry/model/billing/price-table';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { plans } from '@tenantry/model/plans';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { isTrialAhead } from '../use-subscription.ts';
import { PlanOffer } from './plan-offer.tsx';

type Props = {
  readonly business: TenantDocument;
  readonly subscription: SubscriptionDocument;
  readonly interval: Interval;
  readonly onInterval: (interval: Interval) => unknown;
};

/** The plans side by side: what each costs and gives, which is one's own, and the way to another one. */
export function PlansCard({ business, subscription, interval, onInterval }: Props) {
  return (
    <Card>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lead font-semibold">{m.billing_plans_title()}</h2>
        <FilterTabs
          label={m.billing_interval()}
          options={[
            { value: 'month', label: m.billing_monthly() },
            { value: 'year', label: m.billing_yearly() },
          ]}
          value={interval}
          onChange={onInterval}
        />
      </div>
      <ul className="grid gap-4 md:grid-cols-3">
        {plans.map((plan) => (
          <PlanOffer key={plan} plan={plan} interval={interval} business={business} subscription={subscription} />
        ))}
      </ul>
      <div className="mt-4 grid gap-1 text-muted">
        {isTrialAhead(subscription) && <p>{m.billing_trial_offer({ days: trialDays })}</p>}
        {subscription.pastDueSince && <p>{m.billing_pay_before_change()}</p>}
        <p>{m.billing_seats_hint()}</p>
        <p>{m.billing_downgrade_text()}</p>
      </div>
    </Card>
  );
}
