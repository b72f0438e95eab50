import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from './parse.ts';
import { print, printExpression } from './print.ts';
import { RulesSyntaxError } from './scanner.ts';
import { withoutPlaces, type Expression } from './tree.ts';
import { walk } from './walk.ts';

const sample = (name: string): string => readFileSync(new URL(`../samples/${name}.rules`, import.meta.url), 'utf8');

/** The tree of an expression, as it stands in a ruleset. */
function read(expression: string): Expression {
  const allow = [...walk(parse(`service s { match /a { allow get: if ${expression}; } }`))]
    .map(({ node }) => node)
    .find((node) => node.kind === 'allow');
  const found = allow?.condition;
  if (found === undefined) throw new Error(`${expression} is no condition.`);
  return found;
}

describe.each(['expressions', 'declarations', 'storage', 'library'])('the sample "%s"', (name) => {
  test('means the same after it was printed', () => {
    const tree = parse(sample(name));
    const printed = print(tree);
    expect(withoutPlaces(parse(printed))).toEqual(withoutPlaces(tree));
    expect(print(parse(printed))).toBe(printed);
  });
});

describe('an expression', () => {
  // As the emulator's compiler answers: each pair was tried there.
  const sameAs: readonly (readonly [string, string])[] = [
    ['a || b && c', 'a || (b && c)'],
    ['a == b in c', '(a == b) in c'],
    ['a in b == c', 'a in (b == c)'],
    ['a > b in c', '(a > b) in c'],
    ['a is int == b', '(a is int) == b'],
    ['a == b is bool', '(a == b) is bool'],
    ['a in b is bool', 'a in (b is bool)'],
    ['a == b < c', 'a == (b < c)'],
    ['a + b in c', '(a + b) in c'],
    ['a - b - c', '(a - b) - c'],
    ['a / b * c', '(a / b) * c'],
    ['a + b * c', 'a + (b * c)'],
    ['!a in b', '(!a) in b'],
    ['-a.b', '-(a.b)'],
    ['a == b == c', '(a == b) == c'],
    ['a && b ? c : d', '(a && b) ? c : d'],
    ['a ? b : c ? d : e', 'a ? b : (c ? d : e)'],
    ['a ? b ? c : d : e', 'a ? (b ? c : d) : e'],
  ];

  test.each(sameAs)('%s is read as %s', (plain, parenthesised) => {
    expect(withoutPlaces(read(plain))).toEqual(withoutPlaces(read(parenthesised)));
  });

  test('is one flat chain as far as one operator joins it', () => {
    const tree = read('a && b && (c && d) || e');
    expect(tree).toMatchObject({ kind: 'logic', operator: '||', operands: [{ operands: { length: 3 } }, {}] });
  });

  test('knows where it stands, with and without its parentheses', () => {
    const source = 'service s { match /a { allow get: if (  b || c ) && d; } }';
    const chain = [...walk(parse(source))].map(({ node }) => node).find((node) => node.kind === 'logic');
    const first = chain?.operands[0];
    expect(source.slice(chain?.at.from, chain?.at.to)).toBe('(  b || c ) && d');
    expect(source.slice(first?.at.from, first?.at.to)).toBe('b || c');
    expect(source.slice(first?.outer.from, first?.outer.to)).toBe('(  b || c )');
  });

  test('ends a path where the emulator does', () => {
    expect(read('/a/b.c == /a/(default)/$(x.y)')).toMatchObject({
      left: { kind: 'path', segments: ['a', 'b.c'] },
      right: { segments: ['a', '(default)', { kind: 'member' }] },
    });
    expect(read('/a/b[0]')).toMatchObject({ kind: 'index', object: { segments: ['a', 'b'] } });
    expect(read('a / b')).toMatchObject({ kind: 'binary', operator: '/' });
  });

  test('keeps a string as it is written, braces, quotes and comments inside it too', () => {
    expect(read(String.raw`'a\'b // {c} \\'`)).toMatchObject({ kind: 'string', raw: String.raw`a\'b // {c} \\` });
    expect(printExpression(read(`"it's"`))).toBe(`"it's"`);
  });
});

test('a body may be empty, though the emulator does not compile it', () => {
  expect(parse('service s { match /a { } }')).toMatchObject({ services: [{ items: [{ kind: 'match', items: [] }] }] });
});

describe('what is no ruleset', () => {
  const wrong: Readonly<Record<string, string>> = {
    'service s { match /a { allow get: if ; } }': '1:38: expected an expression, found ;',
    'service s { match /a { allow get: true; } }': '1:35: expected "if", found true',
    'service s {\n  match a { }\n}': '2:9: expected a path, found a',
    'service s { match /a { allow get: if (b; } }': '1:40: expected ")", found ;',
    'service s { match /a { allow get: if [b; } }': '1:40: expected ",", found ;',
    "service s { match /a { allow get: if 'b; } }": "1:38: expected an expression, found '",
    'service s { match /a { deny get; } }': '1:24: expected match, allow or function, found deny',
    'service s { match /a {': '1:23: expected match, allow or function, found the end',
    'service s { function f() { let a = 1 return a; } }': '1:38: expected ";", found return',
  };

  test.each(Object.entries(wrong))('%j is refused with its place', (source, message) => {
    expect(() => parse(source)).toThrow(new RulesSyntaxError(message));
  });
});
