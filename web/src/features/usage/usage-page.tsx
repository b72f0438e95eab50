import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { forecastUsage } from '@tenantry/model/billing/usage-forecast';
import { monthOf } from '@tenantry/model/billing/usage-month';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import type { UsageDocument } from '@tenantry/model/documents/usage';
import { tenantPaths } from '@tenantry/model/paths';
import { ChartNoAxesCombined } from 'lucide-react';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { queries } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantDocument, useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { SkeletonRows } from '../../shared/ui/data/skeleton.tsx';
import { ChartCard } from './chart/chart-card.tsx';
import { MonthCard } from './month/month-card.tsx';
import { MonthsCard } from './months/months-card.tsx';
import type { UsageSearch } from './usage-search.ts';

const route = getRouteApi('/t/$slug/usage');

/** What the business uses of what its plan has, where that leads by the month's end, and how it was in months before. */
export default function UsagePage() {
  const { tenantId, slug, can } = useTenant();
  const navigate = useNavigate();
  const { of = 'orders' } = route.useSearch();
  const show = (next: UsageSearch['of']) =>
    navigate({ to: '/t/$slug/usage', params: { slug }, search: { of: next }, replace: true, resetScroll: false });
  const usage = useTenantQuery<UsageDocument>(can('usage:read') ? queries.usage(tenantId) : undefined);
  const business = useTenantDocument<TenantDocument>(tenantPaths.self());

  return (
    <>
      <PageHeader title={m.nav_usage()} lead={m.usage_lead()} />
      <ListState live={usage} empty={<NothingCounted />} skeleton={<UsageSkeleton />}>
        {(months) => (
          <ListState live={business} empty={null} skeleton={<UsageSkeleton />}>
            {({ limits }) => <Usage months={months} limits={limits} of={of} onShow={show} />}
          </ListState>
        )}
      </ListState>
    </>
  );
}

type UsageProps = {
  readonly months: readonly UsageDocument[];
  readonly limits: TenantDocument['limits'];
  readonly of: NonNullable<UsageSearch['of']>;
  readonly onShow: (next: UsageSearch['of']) => unknown;
};

function Usage({ months, limits, of, onShow }: UsageProps) {
  const [opened] = useState(() => Date.now());
  // A page that is left open goes on with the days.
  const now = new Date(Math.max(opened, ...months.map(({ rolledUpAt }) => rolledUpAt.toMillis())));
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const present = byMonth.get(monthOf(now));
  // What nobody ever did and nothing limits needs no line.
  const forecasts = forecastUsage(byMonth, limits, now).filter(
    ({ meter, limit, used }) => limit !== null || used > 0 || months.some(({ totals }) => totals[meter]),
  );
  const chosen = forecasts.find(({ meter }) => meter === of) ?? forecasts[0];
  return (
    <div className="grid gap-6">
      <MonthCard month={monthOf(now)} forecasts={forecasts} countedAt={present?.rolledUpAt} />
      {chosen && (
        <ChartCard
          usage={present}
          forecast={chosen}
          meters={forecasts.map(({ meter }) => meter)}
          now={now}
          onShow={onShow}
        />
      )}
      <MonthsCard months={months} meters={forecasts.map(({ meter }) => meter)} />
    </div>
  );
}

function NothingCounted() {
  return (
    <StatePanel icon={<ChartNoAxesCombined aria-hidden />} title={m.usage_empty_title()}>
      {m.usage_empty_text()}
    </StatePanel>
  );
}

/** As high as the cards that will come. */
function UsageSkeleton() {
  return (
    <div className="grid gap-6">
      <Card className="min-h-80 p-0 md:p-0">
        <SkeletonRows rows={4} />
      </Card>
      <Card className="min-h-96 p-0 md:p-0">
        <SkeletonRows rows={5} />
      </Card>
    </div>
  );
}
