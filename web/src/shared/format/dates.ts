import type { Instant } from '@tenantry/model/documents/instant';

type Where = { readonly timeZone?: string; readonly locale?: string };

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: Instant, style: Intl.DateTimeFormatOptions, { timeZone, locale }: Where): string {
  const key = JSON.stringify([style, timeZone, locale]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone });
  formatters.set(key, known);
  return known.format(at.toDate());
}

/** Day and time in the business's time zone, for lists and details. */
export function formatMoment(at: Instant, where: Where = {}): string {
  return format(at, { dateStyle: 'medium', timeStyle: 'short' }, where);
}

/** The day alone. */
export function formatDay(at: Instant, where: Where = {}): string {
  return format(at, { dateStyle: 'medium' }, where);
}
