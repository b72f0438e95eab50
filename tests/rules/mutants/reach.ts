import type { Reach, Verb } from '../../../scripts/rules-mutants/language/grants.ts';
import type { Operation, Query, Write } from '../../support/rules/operations.ts';

/** A path that a request touches and what the rules call it. A list touches any document of its collection. */
type Touch = { readonly verb: Verb; readonly path: string };

const anyDocument = 'any-document';

/** Whether a request asks the rules anything on these paths. A query over all collections of a name may ask anything. */
export function reaches(operation: Operation, reach: Reach): boolean {
  if ('query' in operation && operation.query.everywhere) return reach.some(({ verb }) => verb === 'list');
  const touches = touchesOf(operation);
  return reach.some(({ pattern, verb }) =>
    touches.some((touch) => touch.verb === verb && regular(pattern).test(`/databases/any/documents/${touch.path}`)),
  );
}

const touches = new WeakMap<Operation, readonly Touch[]>();

function touchesOf(operation: Operation): readonly Touch[] {
  const made = touches.get(operation) ?? touched(operation);
  touches.set(operation, made);
  return made;
}

function touched(operation: Operation): readonly Touch[] {
  switch (operation.kind) {
    case 'get':
      return [{ verb: 'get', path: operation.path }];
    case 'getAll':
      return operation.paths.map((path) => ({ verb: 'get', path }));
    case 'documents':
      return [{ verb: 'list', path: `${operation.collection}/${anyDocument}` }];
    case 'list':
    case 'aggregate':
      return [listed(operation.query)];
    case 'commit':
      return operation.writes.flatMap(written);
    case 'transaction':
      return [...operation.reads.map((path): Touch => ({ verb: 'get', path })), ...operation.writes.flatMap(written)];
  }
}

function listed({ collection, named }: Query): Touch {
  return { verb: 'list', path: named ?? `${collection}/${anyDocument}` };
}

const verbsOfWrites = {
  create: ['create'],
  update: ['update'],
  replace: ['update'],
  set: ['create', 'update'],
  delete: ['delete'],
} as const satisfies Record<Write['kind'], readonly Verb[]>;

function written({ kind, path }: Write): Touch[] {
  return verbsOfWrites[kind].map((verb) => ({ verb, path }));
}

const expressions = new Map<string, RegExp>();

/** A pattern of the rules as a regular expression. `{x=**}` matches the rest, be it empty. */
function regular(pattern: string): RegExp {
  const made = expressions.get(pattern) ?? new RegExp(`^${pattern.split('/').slice(1).map(segment).join('')}$`);
  expressions.set(pattern, made);
  return made;
}

function segment(name: string): string {
  if (name.endsWith('=**}')) return '(?:/[^/]+)*';
  return name.startsWith('{') ? '/[^/]+' : `/${name.replaceAll(/[.()]/g, String.raw`\$&`)}`;
}
