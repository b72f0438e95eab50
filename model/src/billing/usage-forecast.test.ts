import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsOf } from '../plans.ts';
import { daysOfMonth, forecastUsage } from './usage-forecast.ts';
import { daysIn, monthAfter, startOfMonth } from './usage-month.ts';

const free = limitsOf('free');
const month = (orders: Readonly<Record<string, number>>, standing = { seats: 1, invited: 0, products: 0 }) => ({
  totals: { orders: Object.values(orders).reduce((sum, count) => sum + count, 0) },
  days: Object.fromEntries(Object.entries(orders).map(([day, count]) => [day, { orders: count }])),
  standing,
});
const everyDay = (from: number, to: number, count: number) =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [String(from + index).padStart(2, '0'), count]),
  );
const of = (meter: string, ...given: Parameters<typeof forecastUsage>) =>
  forecastUsage(...given).find((forecast) => forecast.meter === meter);

describe('the forecast of a month', () => {
  test('goes on at the pace of the last fourteen days', () => {
    const months = new Map([['2026-11', month(everyDay(1, 15, 10))]]);
    const now = new Date('2026-11-16T00:00:00Z');
    expect(of('orders', months, free, now)).toEqual({
      meter: 'orders',
      used: 150,
      expected: 300,
      limit: 200,
      reachesLimitAt: Date.parse('2026-11-21T00:00:00Z'),
    });
    expect(of('orders', months, limitsOf('pro'), now)).toMatchObject({ expected: 300, reachesLimitAt: null });
  });

  test('takes the month before for its pace when it is young', () => {
    const months = new Map([
      ['2026-10', month(everyDay(1, 31, 4))],
      ['2026-11', month({})],
    ]);
    expect(of('orders', months, free, new Date('2026-11-01T00:00:00Z'))).toMatchObject({ used: 0, expected: 120 });
  });

  test('a business of this morning is not taken for one that sells all day as in its first hour', () => {
    const months = new Map([['2026-11', month({ '29': 3 })]]);
    const { expected } = of('orders', months, free, new Date('2026-11-29T01:00:00Z')) ?? {};
    expect(expected).toBe(9);
  });

  test('of what stands is what there is, and how it grew', () => {
    const months = new Map([
      [
        '2026-11',
        {
          totals: { products: 88 },
          days: { '01': { products: 76, seats: 1 }, '02': { products: 14 } },
          standing: { seats: 1, invited: 1, products: 90 },
        },
      ],
    ]);
    const now = new Date('2026-11-15T00:00:00Z');
    expect(of('products', months, free, now)).toMatchObject({
      used: 90,
      expected: 106,
      limit: 100,
      reachesLimitAt: Date.parse('2026-11-25T00:00:00Z'),
    });
    expect(of('seats', months, free, now)).toMatchObject({ used: 2, expected: 2, reachesLimitAt: null });
  });

  test('does not take what a business begins with for growth', () => {
    const founded = {
      totals: { seats: 1 },
      days: { '22': { seats: 1, products: 40 } },
      standing: { seats: 1, invited: 0, products: 40 },
    };
    const now = new Date('2026-11-22T11:00:00Z');
    expect(of('seats', new Map([['2026-11', founded]]), free, now)).toMatchObject({
      expected: 1,
      reachesLimitAt: null,
    });
    expect(of('products', new Map([['2026-11', founded]]), free, now)).toMatchObject({
      expected: 40,
      reachesLimitAt: null,
    });
  });

  test('of a month before anything was rolled up is what stood last, and nothing else', () => {
    const months = new Map([['2026-10', month({ '01': 5 }, { seats: 2, invited: 1, products: 7 })]]);
    const now = new Date('2026-11-20T00:00:00Z');
    expect(of('seats', months, free, now)).toMatchObject({ used: 3, expected: 3 });
    expect(of('orders', months, free, now)).toMatchObject({ used: 0, expected: 0 });
    expect(forecastUsage(new Map(), free, now).map(({ used, expected }) => [used, expected])).toEqual(
      Array.from({ length: 4 }, () => [0, 0]),
    );
  });

  test('never counts less than has happened, nor below nothing', () => {
    const quantity = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 86_400_000 }), fc.array(quantity, { maxLength: 28 }), (at, list) => {
        const now = new Date(Date.parse('2026-10-20T00:00:00Z') + at);
        const days = Object.fromEntries(
          list.map((each, index) => [String(index + 1).padStart(2, '0'), { orders: Math.abs(each), products: each }]),
        );
        const orders = list.reduce((sum, each) => sum + Math.abs(each), 0);
        const present = { totals: { orders }, days, standing: { seats: 1, invited: 0, products: 20 } };
        for (const { meter, used, expected } of forecastUsage(new Map([['2026-11', present]]), free, now)) {
          expect(expected).toBeGreaterThanOrEqual(meter === 'orders' ? used : 0);
        }
      }),
    );
  });
});

describe('months of usage', () => {
  test('follow each other over the year’s end', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-03', -13)]).toEqual([
      '2027-01',
      '2025-12',
      '2025-02',
    ]);
    expect([daysIn('2024-02'), daysIn('2026-02'), daysIn('2026-12')]).toEqual([29, 28, 31]);
    expect(startOfMonth('2026-11')).toBe(Date.UTC(2026, 10, 1));
  });

  test('a month shows its days up to today, and all once it is over', () => {
    const usage = { days: { '02': { orders: 4 } } };
    const now = new Date('2026-11-03T23:59:59Z');
    expect(daysOfMonth('2026-11', usage, 'orders', now)).toEqual([
      { day: '01', quantity: 0 },
      { day: '02', quantity: 4 },
      { day: '03', quantity: 0 },
    ]);
    expect(daysOfMonth('2026-10', undefined, 'orders', now)).toHaveLength(31);
  });
});
