import { type Meter, meters, meterTerms } from '@tenantry/model/billing/meters';
import type { UsageDocument } from '@tenantry/model/documents/usage';
import { csvOf } from '../../../shared/format/csv.ts';

/** Every day on which something was used, the oldest first: a row of its changes, by what is counted. */
export function usageCsv(months: readonly Pick<UsageDocument, 'month' | 'days'>[]): Blob {
  const rows = months
    .flatMap(({ month, days }) => Object.entries(days).map(([day, used]) => ({ date: `${month}-${day}`, used })))
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ date, used }) => [date, ...meters.map((meter) => used[meter] ?? 0)]);
  return new Blob([csvOf([['day', ...meters.map(columnOf)], ...rows])], { type: 'text/csv;charset=utf-8' });
}

/** Of what stands a day's number is how it changed. */
function columnOf(meter: Meter): string {
  return meterTerms(meter).counts === 'acts' ? meter : `${meter}_change`;
}
