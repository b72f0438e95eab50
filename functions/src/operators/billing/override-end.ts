import { Refusal } from '../../platform/operations/errors.ts';

/** When an override ends, in milliseconds; null when it does not by itself. Throws `input` for a time that is over. */
export function momentOf(until: string | undefined, now: Date): number | null {
  if (until === undefined) return null;
  const moment = Date.parse(until);
  if (moment > now.getTime()) return moment;
  const message = 'This time is over. Name one that is to come.';
  throw new Refusal('input', message, { issues: [{ path: 'until', code: 'too_small', message }] });
}
