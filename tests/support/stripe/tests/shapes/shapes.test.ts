import { describe, expect, test } from 'vitest';
import { compared } from './compared.ts';
import { differences } from './differences.ts';
import { knownDifferences } from './known-differences.ts';

const all = await compared();

test.each(all)('$kind has the same keys and types as in the example that Stripe publishes', ({ isShown, found }) => {
  expect(isShown).toBe(true);
  expect(found.filter((each) => !(each in knownDifferences))).toEqual([]);
});

test.each(Object.keys(all.length > 0 ? knownDifferences : {}))('the examples still differ in this: %s', (known) => {
  expect(all.flatMap(({ found }) => found)).toContain(known);
});

describe('the comparison', () => {
  test('finds a key too few, a key too many and another type, at any depth', () => {
    const example = { a: { b: 1 }, list: [{ c: 'x' }], same: null };
    expect(differences({ a: { b: '1' }, list: [{ c: 'y', d: 1 }], same: 5 }, example)).toEqual([
      { path: 'a.b', is: 'type', saw: 'string for number' },
      { path: 'list[].d', is: 'unknown' },
    ]);
    expect(differences({ a: {}, list: [], same: null }, example)).toEqual([{ path: 'a.b', is: 'missing' }]);
    expect(differences({ a: { b: 2 }, list: [{ c: 'z' }], same: 'any' }, example)).toEqual([]);
  });
});
