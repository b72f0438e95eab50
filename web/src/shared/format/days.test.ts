import { describe, expect, it } from 'vitest';
import { endOfDay, isDay, startOfDay } from './days.ts';

describe('a day of a business', () => {
  it.each([
    ['2026-03-01', 'UTC', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01', 'Europe/Berlin', '2026-02-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-03-01', 'America/Los_Angeles', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01', 'Asia/Kolkata', '2026-02-28T18:30:00.000Z'],
    // Its clocks are put back between this midnight and that of UTC.
    ['2026-04-05', 'Pacific/Auckland', '2026-04-04T11:00:00.000Z'],
    ['2026-03-01', 'Pacific/Kiritimati', '2026-02-28T10:00:00.000Z'],
  ])('%s begins in %s at %s', (day, timeZone, begins) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(begins);
  });

  it('ends where the next one begins, also when it has 23 or 25 hours', () => {
    const hours = (day: string) => (endOfDay(day, 'Europe/Berlin') - startOfDay(day, 'Europe/Berlin')) / 3_600_000;
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(hours)).toEqual([24, 23, 25]);
  });

  it('is one of the calendar', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-30', '2026-2-3', 'today', '', '2026-13-01', '02026-01-01'].some(isDay)).toBe(false);
  });
});
