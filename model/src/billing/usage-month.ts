/** Usage is counted in months and days of UTC, as the plans' limits are. */

/** `yyyy-mm` of a moment. */
export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}

/** The day within its month, `01` to `31`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(8, 10);
}

/** When a month (`yyyy-mm`) begins, in milliseconds. */
export function startOfMonth(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`);
}

/** The month that is so many later than another, or earlier with a number below 0. */
export function monthAfter(month: string, by: number): string {
  const start = new Date(startOfMonth(month));
  return monthOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + by, 1)));
}

export function daysIn(month: string): number {
  return Math.round((startOfMonth(monthAfter(month, 1)) - startOfMonth(month)) / 86_400_000);
}
