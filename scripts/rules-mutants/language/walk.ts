import type { Node } from './tree.ts';

/** What lies directly below a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'ruleset':
      return [...node.functions, ...node.services];
    case 'service':
      return node.items;
    case 'match':
      return [...node.path, ...node.items];
    case 'allow':
      return present([...node.methods, node.condition]);
    case 'function':
      return [...node.lets, node.result];
    case 'let':
      return [node.value];
    case 'unary':
    case 'is':
      return [node.operand];
    case 'logic':
      return node.operands;
    case 'binary':
      return [node.left, node.right];
    case 'ternary':
      return [node.test, node.yes, node.no];
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'slice':
      return present([node.object, node.start, node.end]);
    case 'call':
      return [node.callee, ...node.args];
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'path':
      return node.segments.filter((segment) => typeof segment !== 'string');
    case 'segment':
    case 'method':
    case 'number':
    case 'string':
    case 'boolean':
    case 'null':
    case 'name':
      return [];
  }
}

function present(nodes: readonly (Node | undefined)[]): Node[] {
  return nodes.filter((node) => node !== undefined);
}

/** A node and what it lies in, outermost first. */
export type Site = { readonly node: Node; readonly ancestors: readonly Node[] };

/** Every node, a parent before its children. */
export function* walk(node: Node, ancestors: readonly Node[] = []): Generator<Site> {
  yield { node, ancestors };
  for (const child of childrenOf(node)) yield* walk(child, [...ancestors, node]);
}
