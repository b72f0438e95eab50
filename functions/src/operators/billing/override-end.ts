import { Refusal } from '../../platform/operations/errors.ts';

/**
 * When an override ends, in milliseconds; null when it does not by itself. Throws `input` for a time that is over, and for any where
 * nothing is given that could end.
 */
export function momentOf(until: string | undefined, now: Date, gives: boolean): number | null {
  if (until === undefined) return null;
  if (!gives) throw refusedTime('no-end', 'Nothing is given that could end then. Leave the time out.');
  const moment = Date.parse(until);
  if (moment > now.getTime()) return moment;
  throw refusedTime('over', 'This time is over. Name one that is to come.');
}

function refusedTime(code: string, message: string): Refusal {
  return new Refusal('input', message, { issues: [{ path: 'until', code, message }] });
}
