import type { MeterForecast } from '@tenantry/model/billing/usage-forecast';
import { describe, expect, it } from 'vitest';
import { chartShape, heightOf, pathOf, roundTop } from './chart-shape.ts';

const orders: MeterForecast = { meter: 'orders', used: 6, expected: 30, limit: 40, reachesLimitAt: null };
const standing = { seats: 5, invited: 0, products: 0 };
const noon = new Date('2026-11-03T12:00:00Z');

describe('the chart of a month', () => {
  it('adds up acts from nothing, day by day, to this moment, and leads to what is expected', () => {
    const usage = { days: { '01': { orders: 4 }, '03': { orders: 2 } }, standing };
    const { past, ahead, limit, top, days } = chartShape(usage, orders, noon);
    expect(past.map(({ y }) => y)).toEqual([0, 4, 4, 6]);
    expect(past.at(-1)?.x).toBeCloseTo((2.5 / 30) * 100);
    expect(ahead).toEqual([past.at(-1), { x: 100, y: 30 }]);
    expect({ limit, top }).toEqual({ limit: 40, top: 50 });
    expect(days).toEqual([
      { day: '01', quantity: 4, sum: 4 },
      { day: '02', quantity: 0, sum: 4 },
      { day: '03', quantity: 2, sum: 6 },
    ]);
  });

  it('ends what stands at what there is', () => {
    const usage = { days: { '02': { seats: -1 }, '03': { seats: 2 } }, standing };
    const seats: MeterForecast = { meter: 'seats', used: 5, expected: 6, limit: null, reachesLimitAt: null };
    const { past, limit } = chartShape(usage, seats, noon);
    expect(past.map(({ y }) => y)).toEqual([4, 4, 3, 5]);
    expect(limit).toBeUndefined();
    const invited = { ...usage, standing: { ...standing, invited: 2 } };
    expect(chartShape(invited, { ...seats, used: 7 }, noon).past.map(({ y }) => y)).toEqual([4, 4, 3, 5, 7]);
  });

  it('leaves out a limit that would flatten the rest, and stands without any count', () => {
    expect(chartShape(undefined, { ...orders, used: 0, expected: 0, limit: 5_000 }, noon)).toMatchObject({
      limit: undefined,
      top: 4,
    });
  });

  it('has an axis that ends on a round number above everything', () => {
    expect([0, 4, 5, 19, 20, 101, 960, 5_000].map(roundTop)).toEqual([4, 6, 6, 20, 30, 150, 1_500, 6_000]);
  });

  it('is drawn from above', () => {
    expect([heightOf(0, 10), heightOf(10, 10)]).toEqual(['100.00', '0.00']);
    expect(
      pathOf(
        [
          { x: 0, y: 0 },
          { x: 50, y: 5 },
        ],
        10,
      ),
    ).toBe('M0.00 100.00L50.00 50.00');
  });
});
