import { printExpression, printFunction, printPattern } from './print.ts';
import { functionNamed, type Declared } from './scope.ts';
import type { Allow, Expression, FunctionDeclaration, Node, Ruleset } from './tree.ts';
import { walk } from './walk.ts';

export const verbs = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

/** What a ruleset says of one verb on one path: the condition, and every function that it comes to ask. */
export type Grant = { readonly pattern: string; readonly verb: Verb; readonly rule: string };

/** Paths and verbs that requests can be about. */
export type Reach = readonly { readonly pattern: string; readonly verb: Verb }[];

const expansions: Readonly<Record<string, readonly Verb[]>> = {
  read: ['get', 'list'],
  write: ['create', 'update', 'delete'],
};

/** The methods of an allow, each once, with `read` and `write` as what they stand for. */
export function verbsOf({ methods }: Allow): readonly Verb[] {
  const named = methods.flatMap(({ name }) => expansions[name] ?? verbs.filter((verb) => verb === name));
  return verbs.filter((verb) => named.includes(verb));
}

/** Everything that a ruleset grants. An `allow … if false` grants nothing, so it is not among it. */
export function grantsOf(ruleset: Ruleset): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { node, ancestors } of walk(ruleset)) {
    if (node.kind !== 'allow' || isNever(node.condition)) continue;
    const pattern = patternOf(ancestors);
    const rule = ruleOf(node.condition, ancestors);
    for (const verb of verbsOf(node)) grants.push({ pattern, verb, rule });
  }
  return grants;
}

function isNever(condition: Expression | undefined): boolean {
  return condition?.kind === 'boolean' && !condition.value;
}

/** The whole path of whatever lies in these nodes, with its service. */
export function patternOf(ancestors: readonly Node[]): string {
  return ancestors.map((node) => (node.kind === 'match' ? printPattern(node.path) : '')).join('');
}

function ruleOf(condition: Expression | undefined, ancestors: readonly Node[]): string {
  if (condition === undefined) return 'true';
  const asked = functionsAskedBy(condition, ancestors).map(({ declaration }) => textOf(declaration));
  return [printExpression(condition), ...asked].join('\n');
}

/** The functions of the rules that an expression comes to call, in the order in which it does. */
export function functionsAskedBy(root: Node, ancestors: readonly Node[]): readonly Declared[] {
  const found = new Map<FunctionDeclaration, Declared>();
  const look = (from: Node, around: readonly Node[]): void => {
    for (const called of calledIn(from, around)) {
      if (found.has(called.declaration)) continue;
      found.set(called.declaration, called);
      look(called.declaration, called.ancestors);
    }
  };
  look(root, ancestors);
  return [...found.values()];
}

// A function is asked by many allows: what it says and whom it calls is worked out once.
const texts = new WeakMap<FunctionDeclaration, string>();
const calls = new WeakMap<Node, readonly Declared[]>();

function textOf(declaration: FunctionDeclaration): string {
  const text = texts.get(declaration) ?? printFunction(declaration);
  texts.set(declaration, text);
  return text;
}

function calledIn(root: Node, ancestors: readonly Node[]): readonly Declared[] {
  const known = calls.get(root);
  if (known !== undefined) return known;
  const called = [...walk(root, ancestors)]
    .map(({ node, ancestors: around }) =>
      node.kind === 'call' && node.callee.kind === 'name' ? functionNamed(node.callee.name, around) : undefined,
    )
    .filter((declared) => declared !== undefined);
  calls.set(root, called);
  return called;
}

const keyOf = ({ pattern, verb, rule }: Grant): string => JSON.stringify([pattern, verb, rule]);

/** One text for all that is granted: rulesets with the same answer every request alike. */
export function fingerprint(grants: readonly Grant[]): string {
  return [...new Set(grants.map(keyOf))].sort().join('\n');
}

/** The paths and verbs on which two rulesets can answer differently. */
export function difference(one: readonly Grant[], other: readonly Grant[]): Reach {
  const onlyIn = (left: readonly Grant[], right: readonly Grant[]): Grant[] => {
    const keys = new Set(right.map(keyOf));
    return left.filter((grant) => !keys.has(keyOf(grant)));
  };
  const places = new Map(
    [...onlyIn(one, other), ...onlyIn(other, one)].map(({ pattern, verb }) => [
      `${verb} ${pattern}`,
      { pattern, verb },
    ]),
  );
  return [...places.values()];
}
