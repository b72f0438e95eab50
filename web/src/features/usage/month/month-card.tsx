import type { MeterForecast } from '@tenantry/model/billing/usage-forecast';
import type { Instant } from '@tenantry/model/documents/instant';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { useUsageWords } from '../usage-words.ts';
import { MeterRow } from './meter-row.tsx';

type Props = {
  readonly month: string;
  readonly forecasts: readonly MeterForecast[];
  /** When something changed in the count last; absent before this month's first. */
  readonly countedAt: Instant | undefined;
};

/** The present month: what is used, of how much, and where it leads. */
export function MonthCard({ month, forecasts, countedAt }: Props) {
  const words = useUsageWords();
  const { moment } = useTenant();
  return (
    <Card aria-labelledby="usage-month">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="usage-month" className="text-lead font-semibold">
          {words.month(month)}
        </h2>
        {countedAt && <span className="text-small text-muted">{m.usage_counted({ moment: moment(countedAt) })}</span>}
      </div>
      <ul className="grid gap-6">
        {forecasts.map((forecast) => (
          <MeterRow key={forecast.meter} forecast={forecast} />
        ))}
      </ul>
    </Card>
  );
}
