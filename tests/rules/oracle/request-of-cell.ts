import { double, serverTime, type Fields, type Value, type Written } from '../../support/rules/values.ts';
import type { Operation, Query as AskedQuery, Write as AskedWrite } from '../../support/rules/operations.ts';
import type { After, Query, Request, Write } from './decision/request.ts';

/** An operation of the matrix as the oracle judges it, in a world with these documents. */
export function requestOf(operation: Operation, documents: ReadonlyMap<string, Fields>): Request {
  switch (operation.kind) {
    case 'get':
      return operation;
    case 'getAll':
      return { kind: 'commit', reads: operation.paths, writes: [] };
    case 'list':
    case 'aggregate':
      return listOf(operation.query);
    case 'documents':
      return { kind: 'list', query: { collection: operation.collection, clauses: [] } };
    case 'commit':
      return { kind: 'commit', reads: [], writes: writesOf(operation.writes, documents) };
    case 'transaction':
      return { kind: 'commit', reads: operation.reads, writes: writesOf(operation.writes, documents) };
  }
}

function listOf({ collection, where = [], named, everywhere }: AskedQuery): Request {
  if (everywhere) return { kind: 'group', collectionId: collection };
  const clauses: Query['clauses'] = where.map(([field, op, value]) => [{ field, op, value }]);
  const byName: Query['clauses'] =
    named === undefined ? [] : [[{ field: '__name__', op: 'EQUAL', value: named.split('/').at(-1) ?? '' }]];
  return { kind: 'list', query: { collection, clauses: [...clauses, ...byName] } };
}

/** Each write finds what those before it in the same commit leave. */
function writesOf(asked: readonly AskedWrite[], documents: ReadonlyMap<string, Fields>): readonly Write[] {
  return asked.map((write) => ({ path: write.path, after: afterOf(write, documents.get(write.path)) }));
}

function afterOf(write: AskedWrite, before: Fields = {}): After | undefined {
  if (write.kind === 'delete') return undefined;
  const base: After = write.kind === 'update' ? before : {};
  const removed = write.kind === 'update' ? (write.removed ?? []) : [];
  const kept = Object.entries({ ...base, ...transformed(write.fields, base) });
  return Object.fromEntries(kept.filter(([field]) => !removed.includes(field)));
}

function transformed(fields: Written, before: After): After {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (typeof value !== 'object' || value === null || !('transform' in value)) return [field, value];
      const there = before[field];
      return [
        field,
        results[value.transform as keyof typeof results](there === serverTime ? undefined : there, value.by),
      ];
    }),
  );
}

type Result = (there: Value | typeof serverTime | undefined, by: Value) => Value;

const listed = (value: Value | typeof serverTime | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];

const results = {
  increment: (there, by) =>
    typeof there === 'number' && typeof by === 'number'
      ? there + by
      : isDouble(by)
        ? double((typeof there === 'number' ? there : 0) + by.double)
        : by,
  maximum: (there, by) => (typeof there === 'number' && typeof by === 'number' ? Math.max(there, by) : by),
  union: (there, by) => [...listed(there), ...listed(by).filter((one) => !listed(there).includes(one))],
  without: (there, by) => listed(there).filter((one) => !listed(by).includes(one)),
} as const satisfies Record<string, Result>;

function isDouble(value: Value): value is { readonly double: number } {
  return typeof value === 'object' && value !== null && 'double' in value;
}
