import { describe, expect, test } from 'vitest';
import { beginningAt } from './beginning-at.ts';

const minute = 60_000;
const first = Date.UTC(2026, 10, 22, 3, 10);
const goldenRatio = (Math.sqrt(5) - 1) / 2;
const fraction = (number: number) => number - Math.floor(number);

/** How many runs one after the other miss some tenant, at the worst, when each covers a share of the tenants and the next comes after a period. */
function longestMissed(beginning: (now: Date) => number, period: number, share: number): number {
  const tenants = Array.from({ length: 200 }, (_, index) => ({ at: (index + 0.5) / 200, missed: 0 }));
  let longest = 0;
  for (let run = 0; run < 500; run += 1) {
    const from = beginning(new Date(first + run * period));
    for (const tenant of tenants) {
      tenant.missed = fraction(tenant.at - from) < share ? 0 : tenant.missed + 1;
      longest = Math.max(longest, tenant.missed);
    }
  }
  return longest;
}

describe('where runs begin that are not enough for all', () => {
  test.each([
    ['a minute', minute, 0.9, 1],
    ['half an hour', 30 * minute, 0.9, 2],
    ['an hour', 60 * minute, 0.9, 1],
    ['a day', 1_440 * minute, 0.9, 1],
    ['a minute', minute, 0.5, 3],
    ['half an hour', 30 * minute, 0.5, 4],
    ['an hour', 60 * minute, 0.5, 4],
    ['a day', 1_440 * minute, 0.5, 2],
  ])(
    'is such that every %s, with time for a share of %d, nobody is missed more than so often',
    (_, period, share, most) => {
      expect(longestMissed(beginningAt, period, share)).toBeLessThanOrEqual(most);
    },
  );

  test('is not a step of the golden ratio for each minute: 1,440 of them come to next to nothing, and the same are missed for weeks', () => {
    const byMinute = (now: Date) => fraction(Math.floor(now.getTime() / minute) * goldenRatio);
    expect(longestMissed(byMinute, minute, 0.5)).toBe(2);
    expect(longestMissed(byMinute, 1_440 * minute, 0.5)).toBe(17);
  });

  test('is among all tenants', () => {
    for (const moment of [0, first, first + 59 * minute, Date.UTC(2100, 0, 1)]) {
      expect(beginningAt(new Date(moment))).toBeGreaterThanOrEqual(0);
      expect(beginningAt(new Date(moment))).toBeLessThan(1);
    }
  });
});
