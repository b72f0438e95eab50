import { meterTerms } from '@tenantry/model/billing/meters';
import { type AlertPercent, alertPercentOf } from '@tenantry/model/billing/usage-alerts';
import type { MeterForecast } from '@tenantry/model/billing/usage-forecast';
import { m } from '../../../paraglide/messages.js';
import { PlansLink } from '../../../shared/billing/plans-link.tsx';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { cn } from '../../../shared/ui/cn.ts';
import { meterName, useUsageWords } from '../usage-words.ts';

/** One thing that is counted: how much of how much, and what comes of it. */
export function MeterRow({ forecast }: { readonly forecast: MeterForecast }) {
  const { meter, used, limit } = forecast;
  const words = useUsageWords();
  const reached = alertPercentOf(used, limit);
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {meterName(meter)}
          {reached === 80 && <Badge tone="warn">{m.usage_near()}</Badge>}
          {reached === 100 && <Badge tone="danger">{m.usage_full()}</Badge>}
        </span>
        <span className="tabular-nums">
          {limit === null
            ? m.usage_used_unlimited({ used: words.count(used) })
            : m.usage_used({ used: words.count(used), limit: words.count(limit) })}
        </span>
      </div>
      {limit !== null && <LimitBar used={used} limit={limit} expected={forecast.expected} reached={reached} />}
      <p className="text-small text-muted">
        <ForecastText forecast={forecast} isFull={reached === 100} />
      </p>
    </li>
  );
}

type BarProps = {
  readonly used: number;
  readonly limit: number;
  readonly expected: number;
  readonly reached: AlertPercent | undefined;
};

/** How much of the limit is used, and lighter what is expected to come. The numbers stand beside it. */
function LimitBar({ used, limit, expected, reached }: BarProps) {
  const share = (count: number) => `${Math.min(100, (count / Math.max(1, limit)) * 100)}%`;
  return (
    <div aria-hidden className="relative h-2.5 overflow-hidden rounded-full bg-line">
      <div className="absolute inset-y-0 left-0 bg-accent/30" style={{ width: share(expected) }} />
      <div
        className={cn(
          'absolute inset-y-0 left-0 bg-accent',
          reached === 80 && 'bg-warn',
          reached === 100 && 'bg-danger',
        )}
        style={{ width: share(used) }}
      />
    </div>
  );
}

function ForecastText({ forecast, isFull }: { readonly forecast: MeterForecast; readonly isFull: boolean }) {
  const words = useUsageWords();
  const { meter, expected, used, reachesLimitAt } = forecast;
  if (isFull)
    return (
      <>
        {meter === 'orders' ? m.usage_full_orders() : m.usage_full_standing()} <PlansLink />
      </>
    );
  if (reachesLimitAt !== null)
    return (
      <>
        {m.usage_reaches({ day: words.day(reachesLimitAt) })} <PlansLink />
      </>
    );
  if (expected === used) return meterTerms(meter).counts === 'acts' ? m.usage_steady_acts() : m.usage_steady();
  return m.usage_expected({ expected: words.count(expected) });
}
