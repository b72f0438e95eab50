import { expect, test } from 'vitest';
import { signedWords } from './signed-words.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const hours = (count: number) => now - count * 3_600_000;

test.each([
  [hours(12), 'Its end was last signed at 2026-11-21T00:00:00.000Z.'],
  [hours(26), 'Its end was last signed at 2026-11-20T10:00:00.000Z.'],
  [hours(27), 'and no day since: either the schedule did not run, or heads were removed.'],
  [undefined, 'Its end was never signed'],
])('a chain that was signed at %s is told so, and that a day is missing when it is', (signedAt, words) => {
  expect(signedWords(signedAt, now)).toContain(words);
  expect(signedWords(hours(1), now)).not.toContain('no day since');
});
