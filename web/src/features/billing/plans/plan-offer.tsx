import { Check } from 'lucide-react';
import { useId } from 'react';
import { type Interval, isPaidPlan, seatAmountOf } from '@tenantry/model/billing/price-table';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { featuresOf, limitsOf, type Plan } from '@tenantry/model/plans';
import { m } from '../../../paraglide/messages.js';
import { featureName } from '../../../shared/billing/feature-names.ts';
import { planName } from '../../../shared/tenant/plan-names.ts';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { useAmounts } from '../use-amounts.ts';
import { ChoosePlan } from './choose-plan.tsx';
import { seatPrice } from './price-text.ts';

type Props = {
  readonly plan: Plan;
  readonly interval: Interval;
  readonly business: TenantDocument;
  readonly subscription: SubscriptionDocument;
};

/** One plan: its price, its limits and what it has beside them. */
export function PlanOffer({ plan, interval, business, subscription }: Props) {
  const title = useId();
  const given = useGiven(plan);
  return (
    <li
      aria-labelledby={title}
      className="flex flex-col gap-4 rounded-lg border border-line p-4 data-yours:border-accent data-yours:bg-accent-soft/40"
      data-yours={plan === business.plan || undefined}
    >
      <div className="grid gap-1">
        <h3 id={title} className="flex min-h-7 flex-wrap items-center gap-2 text-lead font-semibold">
          {planName(plan)}
          {plan === business.plan && <Badge tone="accent">{m.billing_yours()}</Badge>}
        </h3>
        <Price plan={plan} interval={interval} />
      </div>
      <ul className="grid gap-2">
        {given.map((text) => (
          <li key={text} className="flex items-start gap-2">
            <Check aria-hidden size={16} className="mt-1 shrink-0 text-accent" />
            {text}
          </li>
        ))}
      </ul>
      <div className="mt-auto grid empty:hidden">
        <ChoosePlan plan={plan} interval={interval} subscription={subscription} />
      </div>
    </li>
  );
}

function Price({ plan, interval }: Pick<Props, 'plan' | 'interval'>) {
  const { money } = useAmounts();
  if (!isPaidPlan(plan)) return <p className="text-muted">{m.billing_free_price()}</p>;
  const amount = seatAmountOf(plan, interval);
  return (
    <p className="grid tabular-nums">
      <span>{seatPrice(money(amount), interval)}</span>
      {interval === 'year' && (
        <span className="text-small text-muted">{m.billing_a_month({ amount: money(Math.round(amount / 12)) })}</span>
      )}
    </p>
  );
}

/** Limits and features, as people read them. */
function useGiven(plan: Plan): string[] {
  const { count } = useAmounts();
  const { seats, products, ordersPerMonth } = limitsOf(plan);
  const unlimited = seats === null && products === null && ordersPerMonth === null;
  const limits = unlimited
    ? [m.billing_limit_none()]
    : [
        seats === null ? m.billing_any_seats() : m.billing_limit_seats({ limit: count(seats) }),
        products === null ? m.billing_any_products() : m.billing_limit_products({ limit: count(products) }),
        ordersPerMonth === null ? m.billing_any_orders() : m.billing_limit_orders({ limit: count(ordersPerMonth) }),
      ];
  return [...limits, ...featuresOf(plan).map(featureName)];
}
