import { describe, expect, test } from 'vitest';
import { mutantsOf } from '../mutants.ts';
import { parse } from '../language/parse.ts';
import { print, printExpression } from '../language/print.ts';
import { walk } from '../language/walk.ts';
import { operators } from './index.ts';

function operatorNamed(name: string) {
  const operator = operators.find((each) => each.name === name);
  if (operator === undefined) throw new Error(`There is no operator ${name}.`);
  return operator;
}

const helpers = `
  function isOwner() { return request.auth.uid == book; }
  function isStaff() { return 'x' in request.auth.token; }
  function holds(key) { return key in resource.data; }
  function lacks(key) { return !(key in resource.data); }
  function count() { return 1; }
`;

const around = (allow: string): string =>
  `service s { match /books/{book} { match /notes/{note} { ${helpers} ${allow} } } }`;

/** The conditions that an operator makes of one. */
function conditions(name: string, condition: string): string[] {
  const mutants = mutantsOf(around(`allow get: if ${condition};`), [operatorNamed(name)]);
  return mutants
    .filter(({ place }) => place.includes('allow'))
    .flatMap(({ source }) =>
      [...walk(parse(source))].map(({ node }) => (node.kind === 'allow' ? node.condition : undefined)),
    )
    .filter((node) => node !== undefined)
    .map((node) => printExpression(node));
}

/** What stands before the condition, or in its place. */
function allows(name: string, allow: string): string[] {
  const mutants = mutantsOf(around(allow), [operatorNamed(name)]);
  return mutants.map(({ source }) => /allow[^;]*;/.exec(print(parse(source)))?.[0] ?? 'nothing');
}

const a = 'isOwner()';
const b = 'isStaff()';
const keys = 'resource.data.keys()';

const made: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'drop-conjunct': [
    [`${a} && ${b} && book == note`, [`${b} && book == note`, `${a} && book == note`, `${a} && ${b}`]],
    [`(${a} || ${b}) && (book == note)`, ['book == note', `${a} || ${b}`]],
    [`${a} || ${b}`, []],
  ],
  'drop-disjunct': [[`${a} || ${b} && book == note`, [`${b} && book == note`, a]]],
  'swap-logic': [
    [`${a} && ${b} && book == note`, [`${a} || ${b} && book == note`, `${a} && ${b} || book == note`]],
    [`${a} || ${b}`, [`${a} && ${b}`]],
  ],
  negate: [
    [`${a} && book == note`, [`!(${a} && book == note)`, `!${a} && book == note`, `${a} && !(book == note)`]],
    [`!${a}`, [a]],
    [
      `(${a} ? ${b} : ${b}) || true`,
      [`!((${a} ? ${b} : ${b}) || true)`, `!(${a} ? ${b} : ${b}) || true`, `(!${a} ? ${b} : ${b}) || true`],
    ],
  ],
  'take-branch': [[`book == note ? ${a} : ${b}`, [a, b, `book == note ? ${b} : ${a}`]]],
  comparison: [
    ['book == note', ['book != note']],
    [`${keys}.size() > book`, [`${keys}.size() >= book`, `${keys}.size() <= book`, `${keys}.size() < book`]],
    [`${keys}.size() == 2`, [`${keys}.size() != 2`, `${keys}.size() >= 2`, `${keys}.size() <= 2`]],
  ],
  type: [['book is int', ['book is number', 'book is float']]],
  number: [['book.size() < 0', ['book.size() < 1', 'book.size() < -1']]],
  string: [
    ["book == 'x'", ["book == 'x-'"]],
    ["book in ['x']", []],
  ],
  pattern: [
    [
      String.raw`book.matches('[\\x00-\\x1f\\x{2028}-\\x{202e}]')`,
      [
        String.raw`book.matches('[\\x{2028}-\\x{202e}]')`,
        String.raw`book.matches('[\\x00-\\x1f]')`,
        String.raw`book.matches('[\\x01-\\x1f\\x{2028}-\\x{202e}]')`,
        String.raw`book.matches('[\\x00-\\x1e\\x{2028}-\\x{202e}]')`,
        String.raw`book.matches('[\\x00-\\x1f\\x{2029}-\\x{202e}]')`,
        String.raw`book.matches('[\\x00-\\x1f\\x{2028}-\\x{202d}]')`,
        String.raw`book.matches('[^\\x00-\\x1f\\x{2028}-\\x{202e}]')`,
      ],
    ],
    [
      String.raw`book.matches('(?i)[\\w ]+')`,
      [
        String.raw`book.matches('(?i)[ ]+')`,
        String.raw`book.matches('(?i)[\\w]+')`,
        String.raw`book.matches('[\\w ]+')`,
        String.raw`book.matches('(?i)[^\\w ]+')`,
        String.raw`book.matches('(?i)[\\w ]*')`,
      ],
    ],
  ],
  boolean: [['book == true', ['book == false']]],
  null: [['book == null', ['book == false']]],
  'shorten-list': [
    ["book in ['x', 'y', 'z']", ["book in ['y', 'z']", "book in ['x', 'z']", "book in ['x', 'y']"]],
    ["book in ['x']", ['book in []']],
  ],
  'lengthen-list': [
    [
      "book in ['x', 'y'] && note in ['y', 'z']",
      ["book in ['x', 'y', 'z'] && note in ['y', 'z']", "book in ['x', 'y'] && note in ['y', 'z', 'x']"],
    ],
    ["book.hasAny([]) && note.hasAny(['y'])", ["book.hasAny([]) && note.hasAny(['y'])"].slice(1)],
  ],
  relative: [
    [`${keys}.hasOnly(book)`, [`${keys}.hasAny(book)`, `${keys}.hasAll(book)`, 'resource.data.values().hasOnly(book)']],
    ['exists(/a/$(book))', ['existsAfter(/a/$(book))']],
    ["get(/a/b).data.get('x', 1) == 1", ["getAfter(/a/b).data.get('x', 1) == 1"]],
    ['a.affectedKeys()', ['a.changedKeys()', 'a.addedKeys()', 'a.removedKeys()', 'a.unchangedKeys()']],
  ],
  'another-predicate': [
    [a, [b]],
    ["holds('x')", ["lacks('x')"]],
    ['count() == 1', []],
  ],
  'swap-arguments': [["f(1, book, 'x')", ["f(book, 1, 'x')", "f(1, 'x', book)"]]],
  'drop-default': [["resource.data.get('x', 1) == 1", ["resource.data['x'] == 1"]]],
  'drop-conversion': [["book.trim().lower() == 'x'", ["book.trim() == 'x'", "book.lower() == 'x'"]]],
  'path-variable': [['/a/$(book) == note', ['/a/$(note) == note', '/a/$(book) == book']]],
  resource: [
    [
      'request.resource.data == resource.data',
      ['resource.data == resource.data', 'request.resource.data == request.resource.data'],
    ],
  ],
  member: [
    [
      'book.x == 1 && book.y == 1 && book.z() == 1',
      ['book.y == 1 && book.y == 1 && book.z() == 1', 'book.x == 1 && book.x == 1 && book.z() == 1'],
    ],
  ],
  grant: [
    [a, ['true']],
    ['true', []],
    ['false', []],
  ],
};

describe.each(Object.entries(made))('the operator "%s"', (name, cases) => {
  test.each(cases)('makes of %s %j', (condition, expected) => {
    expect(conditions(name, condition).sort()).toEqual([...expected].sort());
  });
});

describe('operators on what is allowed', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'add-method',
      `allow read: if ${a};`,
      ['create', 'update', 'delete'].map((verb) => `allow get, list, ${verb}: if ${a};`),
    ],
    ['add-method', 'allow read, write: if false;', []],
    [
      'remove-method',
      `allow write: if ${a};`,
      [`allow update, delete: if ${a};`, `allow create, delete: if ${a};`, `allow create, update: if ${a};`],
    ],
    ['remove-method', 'allow get;', []],
    ['exchange-method', 'allow get;', ['allow list;']],
    ['exchange-method', 'allow get, list;', []],
    ['remove-allow', `allow get: if ${a};`, ['nothing']],
    ['remove-allow', 'allow get: if false;', []],
  ];

  test.each(table)('%s makes of "%s" %j', (name, allow, expected) => {
    expect(allows(name, allow).sort()).toEqual([...expected].sort());
  });

  test('what would be left empty keeps an allow that never does: the compiler wants one', () => {
    const source = 'service s { match /a { allow get; } }';
    const made = (operator: string) => mutantsOf(source, [operatorNamed(operator)]).map((mutant) => mutant.source);
    expect(made('remove-allow')).toEqual(['service s { match /a { allow read: if false; } }']);
    expect(made('remove-match')).toEqual(['service s { match /{anything=**} { allow read: if false; } }']);
  });

  test('a match is widened at each name and at its last variable, and what lies before every path is left', () => {
    const source = 'service s { match /databases/{d}/documents { match /a/{b} { match /c/{e} { allow get; } } } }';
    const patterns = mutantsOf(source, [operatorNamed('widen-match')]).map(({ source: text }) =>
      [...text.matchAll(/match (\S+)/g)]
        .slice(1)
        .map(([, path]) => path)
        .join(''),
    );
    expect(patterns).toEqual(['/{anything}/{b}/c/{e}', '/a/{b=**}/c/{e}', '/a/{b}/{anything}/{e}', '/a/{b}/c/{e=**}']);
  });

  test('a match is removed with all that is in it', () => {
    const source = 'service s { match /a { allow get; match /b { allow get; } } match /c { allow get; } }';
    const removed = mutantsOf(source, [operatorNamed('remove-match')]).map(({ source: text }) => text);
    expect(removed).toEqual([
      'service s {  match /c { allow get; } }',
      'service s { match /a { allow get;  } match /c { allow get; } }',
      'service s { match /a { allow get; match /b { allow get; } }  }',
    ]);
  });

  test('a function of the rules answers the same whatever it is asked', () => {
    const source = 'service s { function f(x) { return x == 1; } match /a { allow get: if f(2); } }';
    const results = mutantsOf(source, [operatorNamed('constant-answer')]).map(
      ({ source: text }) => /return (\w+);/.exec(text)?.[1],
    );
    expect(results).toEqual(['true', 'false']);
  });
});

test('a function is not made to ask itself, by way of another neither: the compiler refuses that', () => {
  const source = `service s {
    function f() { return g() && true; }
    function g() { return h(); }
    function h() { return true; }
    match /a { allow get: if f(); }
  }`;
  const asked = mutantsOf(source, [operatorNamed('another-predicate')]).map(
    ({ place, change }) => `${place} ${change}`,
  );
  expect(asked.sort()).toEqual(['/a allow get f → g', '/a allow get f → h', 'f() g → h']);
});

test('every operator is tried here', () => {
  const elsewhere = [
    'add-method',
    'remove-method',
    'exchange-method',
    'remove-allow',
    'widen-match',
    'remove-match',
    'constant-answer',
  ];
  expect(operators.map(({ name }) => name).sort()).toEqual([...Object.keys(made), ...elsewhere].sort());
});
