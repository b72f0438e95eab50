import { postfixLevel } from '../language/precedence.ts';
import { functionsAskedBy } from '../language/grants.ts';
import { functionNamed, isPredicate, predicatesInScope, type Declared } from '../language/scope.ts';
import type { ExpressionOf, Node } from '../language/tree.ts';
import { on, put, putSame, written, type Edit, type Operator } from './operator.ts';

/** Methods and functions of the language that are taken for one another. */
const families: readonly (readonly string[])[] = [
  ['hasOnly', 'hasAny', 'hasAll'],
  ['affectedKeys', 'changedKeys', 'addedKeys', 'removedKeys', 'unchangedKeys'],
  ['get', 'getAfter'],
  ['exists', 'existsAfter'],
  ['keys', 'values'],
  ['union', 'intersection', 'difference'],
  ['lower', 'upper'],
];

const relatives = (name: string): readonly string[] =>
  families.flatMap((family) => (family.includes(name) ? family.filter((other) => other !== name) : []));

/** Methods without which the text or the list is compared as it came. */
const conversions = new Set(['lower', 'upper', 'trim', 'toSet', 'toUtf8']);

/** The name by which something is called, and where it stands. */
function calleeOf({
  callee,
}: ExpressionOf<'call'>): { readonly name: string; readonly edit: (to: string) => Edit } | undefined {
  if (callee.kind === 'name') return { name: callee.name, edit: (text) => ({ ...callee.at, text }) };
  if (callee.kind !== 'member') return undefined;
  const from = callee.at.to - callee.name.length;
  return { name: callee.name, edit: (text) => ({ from, to: callee.at.to, text }) };
}

/** Whether a function is the one that a place lies in, or comes to ask it. */
function comesToAsk({ declaration, ancestors: around }: Declared, ancestors: readonly Node[]): boolean {
  const asked = [declaration, ...functionsAskedBy(declaration, around).map((each) => each.declaration)];
  return ancestors.some((node) => node.kind === 'function' && asked.includes(node));
}

export const calls: readonly Operator[] = [
  {
    name: 'relative',
    does: 'calls a method that is taken for it: `hasAny` for `hasOnly`, `changedKeys` for `affectedKeys`, `existsAfter` for `exists`',
    edits: on('call', (node, { ancestors }) => {
      const callee = calleeOf(node);
      if (callee === undefined) return [];
      // `x.get(key, default)` and a function of the rules' own are none of the family.
      const foreign = callee.name === 'get' && (node.callee.kind === 'member' || node.args.length !== 1);
      if (foreign || functionNamed(callee.name, ancestors) !== undefined) return [];
      return relatives(callee.name).map((name) => callee.edit(name));
    }),
  },
  {
    name: 'another-predicate',
    does: 'asks another of the rules’ own yes-or-no functions with as many parameters: a right exchanged',
    edits: on('call', (node, { ancestors }) => {
      const callee = calleeOf(node);
      if (callee === undefined || node.callee.kind !== 'name') return [];
      const present = functionNamed(callee.name, ancestors);
      if (present === undefined || !isPredicate(present.declaration, present.ancestors)) return [];
      const askable = predicatesInScope(ancestors)
        .filter(({ declaration }) => declaration.parameters.length === node.args.length)
        .filter(({ declaration }) => declaration.name !== callee.name);
      // The compiler refuses recursion.
      return askable
        .filter((other) => !comesToAsk(other, ancestors))
        .map(({ declaration }) => callee.edit(declaration.name));
    }),
  },
  {
    name: 'swap-arguments',
    does: 'exchanges two arguments that follow each other',
    edits: on('call', ({ args }, _, subject) =>
      args.slice(1).map((second, index) => {
        const first = args[index] ?? second;
        const text = `${written(subject, second)}, ${written(subject, first)}`;
        return { from: first.outer.from, to: second.outer.to, text };
      }),
    ),
  },
  {
    name: 'drop-default',
    does: 'writes `m[k]` for `m.get(k, default)`: what is absent becomes an error',
    edits: on('call', (node, _, subject) => {
      const [key] = node.args;
      if (node.callee.kind !== 'member' || node.callee.name !== 'get' || key === undefined || key.kind === 'list')
        return [];
      return [put(node, `${written(subject, node.callee.object)}[${written(subject, key)}]`, postfixLevel)];
    }),
  },
  {
    name: 'drop-conversion',
    does: 'leaves out `lower()`, `trim()`, `toSet()`',
    edits: on('call', (node, _, subject) =>
      node.callee.kind === 'member' && conversions.has(node.callee.name)
        ? [putSame(subject, node, node.callee.object)]
        : [],
    ),
  },
];
