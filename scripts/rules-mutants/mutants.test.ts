import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fingerprint, grantsOf } from './language/grants.ts';
import { parse } from './language/parse.ts';
import { mutantsOf } from './mutants.ts';

const library = readFileSync(new URL('samples/library.rules', import.meta.url), 'utf8');
const mutants = mutantsOf(library);
const books = '/databases/{database}/documents/books/{book}';

const withChange = (change: string) => mutants.find((mutant) => mutant.change === change);

describe('the mutants of a ruleset', () => {
  test('are rules, grant something else than the original, and each something of its own', () => {
    const granted = mutants.map(({ source }) => fingerprint(grantsOf(parse(source))));
    expect(mutants.length).toBeGreaterThan(100);
    expect(granted).not.toContain(fingerprint(grantsOf(parse(library))));
    expect(new Set(granted).size).toBe(granted.length);
  });

  test('say where they are, what changed, and have a name of their own', () => {
    expect(withChange('isReader() → true')).toMatchObject({
      operator: 'grant',
      place: '/books/{book} allow get, list',
      line: 19,
      column: 27,
    });
    expect(withChange("'title', → nothing")).toMatchObject({
      operator: 'shorten-list',
      place: '/books/{book} allow update',
    });
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });

  test('keep their names when lines move and when something else changes', () => {
    const moved = `// A line more.\n${library.replace("'head'", "'chief'")}`;
    const ids = new Set(mutantsOf(moved).map(({ id }) => id));
    const kept = mutants.filter(({ id }) => ids.has(id));
    expect(kept.length).toBeGreaterThan(mutants.length * 0.9);
  });

  test('know which paths and verbs they can reach', () => {
    expect(withChange('isReader() → true')?.reach).toEqual([
      { pattern: books, verb: 'get' },
      { pattern: books, verb: 'list' },
    ]);
    const inHelper = mutants.find(({ operator, place }) => operator === 'constant-answer' && place === 'isReader()');
    expect(inHelper?.reach).toEqual([
      { pattern: books, verb: 'get' },
      { pattern: books, verb: 'list' },
      { pattern: `${books}/notes/{note}`, verb: 'get' },
    ]);
    expect(withChange('secrets → {anything}')).toBeUndefined();
  });

  test('reach the paths as they were and as they became', () => {
    const patterns = withChange('books → {anything}')?.reach.map(({ pattern }) => pattern);
    expect(new Set(patterns)).toEqual(
      new Set([books, `${books}/notes/{note}`].flatMap((each) => [each, each.replace('/books/', '/{anything}/')])),
    );
  });

  test('of a function that nothing asks reach nothing, and are told all the same', () => {
    const idle = mutantsOf(
      library.replace('function isReader', 'function isHead() { return true; } function isReader'),
    ).filter(({ place }) => place === 'isHead()');
    expect(idle.map(({ change, reach }) => ({ change, reach }))).toEqual([{ change: 'true → false', reach: [] }]);
  });
});
