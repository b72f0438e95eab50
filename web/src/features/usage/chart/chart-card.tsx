import type { Meter } from '@tenantry/model/billing/meters';
import type { MeterForecast } from '@tenantry/model/billing/usage-forecast';
import { monthOf } from '@tenantry/model/billing/usage-month';
import type { UsageDocument } from '@tenantry/model/documents/usage';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { meterName, useUsageWords } from '../usage-words.ts';
import { chartShape } from './chart-shape.ts';
import { MonthChart } from './month-chart.tsx';

type Props = {
  readonly usage: UsageDocument | undefined;
  readonly forecast: MeterForecast;
  readonly meters: readonly Meter[];
  readonly now: Date;
  readonly onShow: (meter: Meter) => unknown;
};

/** The month of one meter, day by day, with what is expected and the plan's limit. */
export function ChartCard({ usage, forecast, meters, now, onShow }: Props) {
  const words = useUsageWords();
  const { meter, used, expected, limit } = forecast;
  const shape = chartShape(usage, forecast, now);
  const said = {
    name: meterName(meter),
    month: words.month(monthOf(now)),
    used: words.count(used),
    expected: words.count(expected),
  };
  return (
    <Card aria-labelledby="usage-days">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="usage-days" className="text-lead font-semibold">
          {m.usage_days_title()}
        </h2>
        <FilterTabs
          label={m.usage_days_of()}
          options={meters.map((value) => ({ value, label: meterName(value) }))}
          value={meter}
          onChange={onShow}
        />
      </div>
      <MonthChart
        shape={shape}
        month={monthOf(now)}
        label={limit === null ? m.usage_chart_unlimited(said) : m.usage_chart({ ...said, limit: words.count(limit) })}
      />
      <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-small text-muted">
        <Legend className="border-accent">{m.usage_so_far()}</Legend>
        <Legend className="border-dashed border-accent">{m.usage_ahead()}</Legend>
        {shape.limit !== undefined && (
          <Legend className="border-danger">{m.usage_limit({ limit: words.count(shape.limit) })}</Legend>
        )}
      </ul>
    </Card>
  );
}

function Legend({ className, children }: { readonly className: string; readonly children: string }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden className={`w-6 border-t-2 ${className}`} />
      {children}
    </li>
  );
}
