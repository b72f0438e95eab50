import { describe, expect, test } from 'vitest';
import { limitsOf } from '../plans.ts';
import { alertPercentOf, alertsDue } from './usage-alerts.ts';

const free = limitsOf('free');

describe('alerts of usage', () => {
  test.each([
    [3, 5, undefined],
    [4, 5, 80],
    [5, 5, 100],
    [9, 5, 100],
    [159, 200, undefined],
    [160, 200, 80],
    [199, 200, 80],
    [200, 200, 100],
    [1_000_000, null, undefined],
    [0, 0, undefined],
  ])('%i of %s is %s', (used, limit, percent) => {
    expect(alertPercentOf(used, limit)).toBe(percent);
  });

  test('a share is told once, and the next one again', () => {
    const first = alertsDue({ orders: 160 }, free, {}, '2026-11');
    expect(first.due).toEqual([{ meter: 'orders', percent: 80, used: 160, limit: 200 }]);
    const again = alertsDue({ orders: 180 }, free, first.told, '2026-11');
    expect(again).toEqual({ due: [], told: first.told });
    const full = alertsDue({ orders: 200 }, free, again.told, '2026-11');
    expect(full.due).toMatchObject([{ percent: 100 }]);
    expect(alertsDue({ orders: 230 }, free, full.told, '2026-11').due).toEqual([]);
  });

  test('what is counted by the month is told anew in the next one, and what stands is not', () => {
    const { told } = alertsDue({ orders: 200, seats: 5 }, free, {}, '2026-11');
    const next = alertsDue({ orders: 170, seats: 5 }, free, told, '2026-12');
    expect(next.due).toEqual([{ meter: 'orders', percent: 80, used: 170, limit: 200 }]);
    expect(next.told).toMatchObject({ seats: { percent: 100, month: '2026-11' }, orders: { percent: 80 } });
  });

  test('what fell below and comes back is told again', () => {
    const { told } = alertsDue({ seats: 5 }, free, {}, '2026-11');
    const below = alertsDue({ seats: 3 }, free, told, '2026-11');
    expect(below).toEqual({ due: [], told: {} });
    expect(alertsDue({ seats: 4 }, free, below.told, '2026-11').due).toMatchObject([{ percent: 80 }]);
  });

  test('what fell from all to nearly all is not told of again, until it is all once more', () => {
    const { told } = alertsDue({ seats: 5 }, free, {}, '2026-11');
    const less = alertsDue({ seats: 4 }, free, told, '2026-11');
    expect(less.due).toEqual([]);
    expect(alertsDue({ seats: 5 }, free, less.told, '2026-11').due).toMatchObject([{ percent: 100 }]);
  });

  test('a larger plan and one without limits are told of what they have themselves', () => {
    const { told } = alertsDue({ products: 100 }, free, {}, '2026-11');
    expect(alertsDue({ products: 100 }, limitsOf('pro'), told, '2026-11')).toEqual({ due: [], told: {} });
    expect(alertsDue({ products: 1_000_000 }, limitsOf('business'), told, '2026-11')).toEqual({ due: [], told: {} });
  });
});
