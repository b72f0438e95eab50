const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * At which share of all tenants, from 0 up to 1, a run of this moment begins: far from those of the runs before. Steps of the golden ratio
 * fill a circle evenly, as long as each run takes few of them: it takes one for each day, each hour of the day and each minute of
 * the hour, so that schedules of minutes, of hours and of days do. A step for each minute would be 1,440 from one night to the next, which
 * come to next to nothing. A hash of the moment knows no such period, and leaves to luck what this spreads.
 */
export function beginningAt(now: Date): number {
  const days = Math.floor(now.getTime() / 86_400_000);
  const steps = (days + now.getUTCHours() + now.getUTCMinutes()) * goldenRatio;
  return steps - Math.floor(steps);
}
