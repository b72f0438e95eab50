import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { withoutPlaces, type BinaryOperator, type Expression, type Ruleset } from './tree.ts';

const at = { from: 0, to: 0 };
const placed = { at, outer: at };
const word = fc.constantFrom('a', 'b', 'resource', 'request', 'isOwner');
const binaryOperators: readonly BinaryOperator[] = ['in', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%'];

/** Any expression that a text can stand for. A chain has no chain of its own kind in front: it would be one with it. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression');
  const several = fc.array(inner, { minLength: 0, maxLength: 3 });
  const flat = (operator: '&&' | '||') =>
    fc
      .array(inner, { minLength: 2, maxLength: 3 })
      .map((operands) => ({ kind: 'logic', operator, operands, ...placed }));
  const made: fc.Arbitrary<object>[] = [
    word.map((name) => ({ kind: 'name', name })),
    fc.constantFrom('0', '12', '2.5').map((text) => ({ kind: 'number', text })),
    fc.boolean().map((value) => ({ kind: 'boolean', value })),
    fc.constant({ kind: 'null' }),
    fc.constantFrom('', 'x', String.raw`\'`, '//').map((raw) => ({ kind: 'string', prefix: '', quote: "'", raw })),
    fc.tuple(fc.constantFrom('!', '-'), inner).map(([operator, operand]) => ({ kind: 'unary', operator, operand })),
    flat('&&'),
    flat('||'),
    fc
      .tuple(fc.constantFrom(...binaryOperators), inner, inner)
      .map(([operator, left, right]) => ({ kind: 'binary', operator, left, right })),
    inner.map((operand) => ({ kind: 'is', operand, type: 'int' })),
    fc.tuple(inner, inner, inner).map(([test, yes, no]) => ({ kind: 'ternary', test, yes, no })),
    fc.tuple(inner, word).map(([object, name]) => ({ kind: 'member', object, name })),
    fc.tuple(inner, inner).map(([object, index]) => ({ kind: 'index', object, index })),
    fc
      .tuple(inner, fc.option(inner, { nil: undefined }), fc.option(inner, { nil: undefined }))
      .map(([object, start, end]) => ({ kind: 'slice', object, start, end })),
    fc.tuple(inner, several).map(([callee, args]) => ({ kind: 'call', callee, args })),
    several.map((items) => ({ kind: 'list', items })),
    fc.array(fc.record({ key: inner, value: inner }), { maxLength: 2 }).map((entries) => ({ kind: 'map', entries })),
    fc
      .array(fc.oneof(fc.constantFrom('a', 'b-c', '(default)', '{d}'), inner), { minLength: 1, maxLength: 3 })
      .map((segments) => ({ kind: 'path', segments })),
  ];
  const node = fc.oneof({ depthSize: 'small', withCrossShrink: true }, ...made);
  return { expression: node.map((each) => ({ ...each, ...placed }) as Expression) };
});

function rulesetWith(condition: Expression): Ruleset {
  const segment = { kind: 'segment', name: 'a', binds: 'one', at } as const;
  const method = { kind: 'method', name: 'get', at } as const;
  const allow = { kind: 'allow', methods: [method], condition, at } as const;
  const match = { kind: 'match', path: [segment], items: [allow], at } as const;
  return {
    kind: 'ruleset',
    version: '2',
    functions: [],
    services: [{ kind: 'service', name: 'cloud.firestore', items: [match], at }],
    at,
  };
}

test('any tree that is printed and read again is the same tree', () => {
  fc.assert(
    fc.property(expression, (condition) => {
      const ruleset = rulesetWith(condition);
      expect(withoutPlaces(parse(print(ruleset)))).toEqual(withoutPlaces(ruleset));
    }),
    { numRuns: 3_000, seed: 20_261_121 },
  );
});
