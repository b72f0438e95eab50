import type { Expression, FunctionDeclaration, Node } from './tree.ts';

/** A function and what it lies in. */
export type Declared = { readonly declaration: FunctionDeclaration; readonly ancestors: readonly Node[] };

/** The functions that can be called inside these nodes, the nearest first: it hides others of its name. */
export function functionsInScope(ancestors: readonly Node[]): readonly Declared[] {
  return ancestors
    .flatMap((node, depth) =>
      declaredBy(node).map((declaration) => ({ declaration, ancestors: ancestors.slice(0, depth + 1) })),
    )
    .toReversed();
}

function declaredBy(node: Node): readonly FunctionDeclaration[] {
  if (node.kind === 'ruleset') return node.functions;
  return node.kind === 'service' || node.kind === 'match' ? node.items.filter((item) => item.kind === 'function') : [];
}

export function functionNamed(name: string, ancestors: readonly Node[]): Declared | undefined {
  return functionsInScope(ancestors).find(({ declaration }) => declaration.name === name);
}

/** The functions that can be called here and answer yes or no. */
export function predicatesInScope(ancestors: readonly Node[]): readonly Declared[] {
  return functionsInScope(ancestors).filter(({ declaration, ancestors: around }) => isPredicate(declaration, around));
}

const yesOrNo = new Set(['exists', 'existsAfter', 'matches', 'hasOnly', 'hasAny', 'hasAll']);
const sums = new Set(['+', '-', '*', '/', '%']);

/** Whether a function answers yes or no, as far as its text tells. */
export function isPredicate({ result }: FunctionDeclaration, ancestors: readonly Node[]): boolean {
  return answersYesOrNo(result, ancestors);
}

function answersYesOrNo(expression: Expression, ancestors: readonly Node[]): boolean {
  switch (expression.kind) {
    case 'boolean':
    case 'logic':
    case 'is':
      return true;
    case 'unary':
      return expression.operator === '!';
    case 'binary':
      return !sums.has(expression.operator);
    case 'ternary':
      return answersYesOrNo(expression.yes, ancestors);
    case 'call':
      return isYesOrNoCall(expression.callee, ancestors);
    case 'number':
    case 'string':
    case 'null':
    case 'name':
    case 'member':
    case 'index':
    case 'slice':
    case 'list':
    case 'map':
    case 'path':
      return false;
  }
}

function isYesOrNoCall(callee: Expression, ancestors: readonly Node[]): boolean {
  if (callee.kind !== 'name' && callee.kind !== 'member') return false;
  const own = callee.kind === 'name' ? functionNamed(callee.name, ancestors) : undefined;
  return own === undefined ? yesOrNo.has(callee.name) : isPredicate(own.declaration, own.ancestors);
}

/** The variables of the paths around a place, outermost first. */
export function pathVariablesInScope(ancestors: readonly Node[]): readonly string[] {
  const paths = ancestors.flatMap((node) => (node.kind === 'match' ? node.path : []));
  return paths.filter(({ binds }) => binds !== 'nothing').map(({ name }) => name);
}

/** Whether a member is called and not read. */
export function isMethod(node: Node, parent: Node | undefined): boolean {
  return parent?.kind === 'call' && parent.callee === node;
}
