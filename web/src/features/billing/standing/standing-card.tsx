import { isPaidPlan, seatAmountOf } from '@tenantry/model/billing/price-table';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../../paraglide/messages.js';
import { featureName } from '../../../shared/billing/feature-names.ts';
import { planName } from '../../../shared/tenant/plan-names.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { Facts } from '../../../shared/ui/data/facts.tsx';
import { seatPrice } from '../plans/price-text.ts';
import { useAmounts } from '../use-amounts.ts';
import { isRunning } from '../use-subscription.ts';
import { SeatsText } from './seats-text.tsx';
import { StandingText } from './standing-text.tsx';

type Props = { readonly business: TenantDocument; readonly subscription: SubscriptionDocument };

/** What the business is on, how it stands, and what that costs. */
export function StandingCard({ business, subscription }: Props) {
  const { features, limits } = business;
  return (
    <Card>
      <h2 className="mb-4 text-lead font-semibold">{m.billing_standing_title()}</h2>
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Facts
          facts={[
            [m.plan_title(), <PlanText key="plan" business={business} subscription={subscription} />],
            [m.billing_payments(), <StandingText key="payments" subscription={subscription} />],
          ]}
        />
        <Facts
          facts={[
            [m.billing_seats(), <SeatsText key="seats" limit={limits.seats} paidFor={subscription.seats} />],
            [m.billing_price(), <PriceText key="price" subscription={subscription} />],
            [m.billing_extras(), features.length > 0 ? features.map(featureName).join(', ') : m.billing_extras_none()],
          ]}
        />
      </div>
    </Card>
  );
}

/** The plan that is in force; when it is not the one that is paid for, who gave it. */
function PlanText({ business: { plan }, subscription }: Props) {
  const given = plan !== subscription.plan;
  return (
    <span className="grid gap-1">
      <span className="text-lead font-semibold">{planName(plan)}</span>
      {given && (
        <span className="text-muted">
          {subscription.plan === 'free'
            ? m.billing_given()
            : m.billing_given_beside({ plan: planName(subscription.plan) })}
        </span>
      )}
    </span>
  );
}

function PriceText({ subscription }: Pick<Props, 'subscription'>) {
  const { money } = useAmounts();
  const { plan, interval, seats } = subscription;
  if (!isRunning(subscription) || !isPaidPlan(plan) || !interval) return m.billing_price_none();
  // What is paid, which need not be what the table asks from others today.
  const amount = subscription.unitAmount ?? seatAmountOf(plan, interval);
  const inCurrency = (minorUnits: number) => money(minorUnits, subscription.currency ?? undefined);
  return (
    <span className="grid gap-1 tabular-nums">
      <span>{seatPrice(inCurrency(amount), interval)}</span>
      <span className="text-muted">
        {interval === 'month'
          ? m.billing_sum_month({ amount: inCurrency(amount * seats) })
          : m.billing_sum_year({ amount: inCurrency(amount * seats) })}
      </span>
    </span>
  );
}
