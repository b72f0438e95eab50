/** Money is whole minor units everywhere; these turn it into what people read and type. */

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string | undefined, currency: string): Intl.NumberFormat {
  const key = `${locale ?? ''} ${currency}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formatters.set(key, known);
  return known;
}

/** How many digits of a currency are minor: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return formatter('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `unitAmount` minor units as money in the reader's locale. */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  return formatter(locale, currency).format(amount / 10 ** minorDigits(currency));
}

/** Minor units as a plain number to edit, with a point: 1250 of EUR is `12.50`. */
export function toTyped(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
}

/**
 * What was typed as minor units, or `undefined` when it is no amount: point or comma for decimals, spaces and
 * apostrophes between thousands, no more decimals than the currency has.
 */
export function fromTyped(typed: string, currency: string): number | undefined {
  const digits = minorDigits(currency);
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(typed.trim().replaceAll(/[\s'’]/g, ''));
  const [, whole = '', decimals = ''] = match ?? [];
  if (!match || decimals.length > digits) return undefined;
  const amount = Number(whole + decimals.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}
