import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';

/** A span in words, to the minute: «1 hour, 59 minutes». What is begun of a minute counts as one until the last. */
export function remainingText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (milliseconds < 60_000) return m.visit_under_a_minute();
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => inWords(count, unit));
  return new Intl.ListFormat(getLocale(), { type: 'unit', style: 'long' }).format(words);
}

function inWords(count: number, unit: string): string {
  return new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
