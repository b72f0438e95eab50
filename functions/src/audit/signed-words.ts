/** Longer than from one daily signature to the next, in milliseconds. */
const signedWithin = 26 * 3_600_000;

/**
 * What vouches for the end of a chain, in words; times in milliseconds since the epoch. Its newest entries can be cut off
 * together with heads that are taken away: then a day is missing.
 */
export function signedWords(signedAt: number | undefined, now: number): string {
  if (signedAt === undefined) return 'Its end was never signed: that is done once a day, at five past midnight (UTC).';
  const moment = new Date(signedAt).toISOString();
  if (now - signedAt <= signedWithin) return `Its end was last signed at ${moment}.`;
  return `Its end was last signed at ${moment}, and no day since: either the schedule did not run, or heads were removed.`;
}
