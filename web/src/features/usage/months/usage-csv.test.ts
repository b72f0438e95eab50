import type { UsageDocument } from '@tenantry/model/documents/usage';
import { expect, test } from 'vitest';
import { usageCsv } from './usage-csv.ts';

test('what was used is a row a day, in numbers, also where something was given back', async () => {
  const months: Pick<UsageDocument, 'month' | 'days'>[] = [
    { month: '2026-11', days: { '02': { seats: -2, orders: 12 } } },
    { month: '2026-10', days: { '31': { seats: 3, products: -1 } } },
  ];
  expect(await usageCsv(months).text()).toBe(
    ['day,orders,seats_change,products_change,exports', '2026-10-31,0,3,-1,0', '2026-11-02,12,-2,0,0', ''].join('\r\n'),
  );
});
