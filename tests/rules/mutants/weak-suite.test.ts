import { describe, expect, test } from 'vitest';
import { mutantsOf } from '../../../scripts/rules-mutants/mutants.ts';
import type { Equivalent } from '../../../scripts/rules-mutants/runner/equivalents.ts';
import { runMutants, type Outcome } from '../../../scripts/rules-mutants/runner/run.ts';
import { actor, anonymous, type Actor } from '../../support/rules/actors.ts';
import type { Operation } from '../../support/rules/operations.ts';
import type { Verdict } from '../../support/rules/perform.ts';
import type { Fields, Value } from '../../support/rules/values.ts';
import type { Cell } from '../matrix/cells.ts';
import { chooseFrom } from './cells/cell-choice.ts';
import { judgeIn, soundness } from './judge.ts';
import { openLane } from './lane.ts';

/** Whether mutants bite: rules small enough to see what each cell is for, a suite that looks well and one that is. */
const library = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /books/{book} {
      allow get: if request.auth.token.role in ['reader', 'head'];
      allow update: if request.auth.token.role == 'head' && request.resource.data.copies > 0;
    }
  }
}
`;

const book: Fields = { title: 'Emma', copies: 2 };
const people = {
  reader: actor('reader', { role: 'reader' }),
  head: actor('head', { role: 'head' }),
  cook: actor('cook', { role: 'cook' }),
  anonymous,
} as const satisfies Record<string, Actor>;

function cell(
  who: keyof typeof people,
  verb: Cell['verb'],
  name: string,
  expected: Verdict,
  operation: Operation,
): Cell {
  const row = `the ${who}`;
  const common = {
    row,
    actor: people[who],
    tenant: null,
    kind: 'plain' as const,
    verb,
    matches: [],
    given: { 'books/emma': book },
  };
  return { ...common, name: `${row}: ${name}`, expected, operation };
}

const get = (who: keyof typeof people, expected: Verdict): Cell =>
  cell(who, 'get', 'get', expected, { kind: 'get', path: 'books/emma' });
const list = (who: keyof typeof people): Cell =>
  cell(who, 'list', 'list', 'deny', { kind: 'list', query: { collection: 'books', named: 'books/emma' } });
const update = (who: keyof typeof people, copies: Value, expected: Verdict): Cell =>
  cell(who, 'update', `update to ${JSON.stringify(copies)}`, expected, {
    kind: 'commit',
    writes: [{ kind: 'update', path: 'books/emma', fields: { copies } }],
  });

/** Somebody may, somebody may not, and every line of the rules was run. */
const weak: readonly Cell[] = [get('reader', 'allow'), get('anonymous', 'deny'), update('head', 3, 'allow')];

const strong: readonly Cell[] = [
  ...weak,
  get('head', 'allow'),
  get('cook', 'deny'),
  list('head'),
  ...(['reader', 'cook', 'anonymous'] as const).map((who) => update(who, 3, 'deny')),
  update('head', 1, 'allow'),
  update('head', 0, 'deny'),
  update('head', -1, 'deny'),
  cell('head', 'create', 'create', 'deny', {
    kind: 'commit',
    writes: [{ kind: 'create', path: 'books/persuasion', fields: book }],
  }),
  cell('head', 'delete', 'delete', 'deny', { kind: 'commit', writes: [{ kind: 'delete', path: 'books/emma' }] }),
  ...(['shelves/emma', 'books/emma/notes/one'] as const).map((path) => ({
    ...cell('head', 'get', `get ${path}`, 'deny', { kind: 'get', path }),
    given: { [path]: book },
  })),
];

/** What is no weaker than the rules, since a read and a delete bring no document that the condition could look at. */
const equivalents: readonly Equivalent[] = ['get', 'list', 'delete'].map((verb) => ({
  operator: 'add-method',
  place: '/books/{book} allow update',
  change: `update → update, ${verb}`,
  reason: 'request.resource is an error in a request that brings no document, and an error denies',
}));

async function judgedBy(name: string, cells: readonly Cell[]): Promise<Outcome> {
  const lane = await openLane(`weak-suite-${name}`, cells, library);
  const original = await openLane(`weak-suite-${name}-original`, cells, library);
  const judge = judgeIn(lane, chooseFrom(cells), soundness(original));
  const outcome = await runMutants({
    mutants: mutantsOf(library),
    judges: [judge],
    equivalents,
    whole: true,
    tell: () => {},
  });
  await lane.close();
  await original.close();
  return outcome;
}

describe('mutants', () => {
  test('survive a suite that runs every line and looks at few people and few values', async () => {
    const { complaints, killed } = await judgedBy('weak', weak);
    expect(killed).toBeGreaterThan(0);
    const survivors = complaints.join('\n');
    for (const change of [
      "request.auth.token.role == 'head' && → nothing",
      '&& request.resource.data.copies > 0 → nothing',
      '> → >=',
      'get → get, list',
      'books → {anything}',
      '{book} → {book=**}',
      ", 'head' → nothing",
    ]) {
      expect(survivors).toContain(change);
    }
  });

  test('are all killed by one that looks at each side of each condition', async () => {
    const { complaints, total, killed, survived, equivalent, invalid } = await judgedBy('strong', strong);
    expect(complaints).toEqual([]);
    expect({ survived, equivalent, invalid }).toEqual({ survived: 0, equivalent: equivalents.length, invalid: 0 });
    expect(killed).toBe(total - equivalents.length);
    expect(total).toBeGreaterThan(30);
  });
});

describe('a cell that the rules themselves fail', () => {
  test('says nothing of mutants and ends the run', async () => {
    await expect(judgedBy('unsound', [get('cook', 'allow')])).rejects.toThrow(
      'The rules themselves fail "the cook: get"',
    );
  });
});
