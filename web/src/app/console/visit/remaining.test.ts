import { expect, test } from 'vitest';
import { remainingText } from './remaining.ts';

const minute = 60_000;

test.each([
  [24 * 60 * minute, '24 hours'],
  [119 * minute, '1 hour, 59 minutes'],
  [119 * minute + 1, '2 hours'],
  [61 * minute, '1 hour, 1 minute'],
  [2 * minute, '2 minutes'],
  [minute, '1 minute'],
  [minute - 1, 'less than a minute'],
  [-minute, 'less than a minute'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(remainingText(milliseconds)).toBe(words);
});
