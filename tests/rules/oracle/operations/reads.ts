import * as fc from 'fast-check';
import type { Value } from '../../../support/rules/values.ts';
import type { Condition } from '../decision/request.ts';
import { mostly } from '../worlds/access.ts';
import { longAgo, uids } from '../worlds/vocabulary.ts';
import { documentPath, notePath, orderPath, productPath } from './places.ts';

/** Whoever asks: stands in for their uid until they are known. */
export const self = Symbol('self');
export type Wanted = Value | typeof self | readonly (Value | typeof self)[];
export type WantedCondition = Omit<Condition, 'value'> & { readonly value: Wanted };

/** How a query is put on the wire. `documents` is the listing of REST, which knows no filter. */
export type Way = 'query' | 'documents' | 'count' | 'sum' | 'average';
export type Shape = {
  readonly orderBy?: readonly [field: string, direction: 'ASCENDING' | 'DESCENDING'];
  readonly limit?: number;
  readonly offset?: number;
};

export type Get = { readonly kind: 'get'; readonly path: string };
export type List = {
  readonly kind: 'list';
  readonly collection: string;
  readonly clauses: readonly (readonly WantedCondition[])[];
  readonly way: Way;
  readonly shape: Shape;
};
export type Group = { readonly kind: 'group'; readonly collectionId: string };

export const get: fc.Arbitrary<Get> = documentPath.map((path) => ({ kind: 'get', path }));

const is = (field: string, value: Wanted): WantedCondition => ({ field, op: 'EQUAL', value });
const among = (field: string, value: readonly (Value | typeof self)[]): WantedCondition => ({ field, op: 'IN', value });

/** Conditions that narrow a query to one's own share, and conditions that only seem to. */
const narrowing: Readonly<Record<string, readonly WantedCondition[]>> = {
  products: [is('status', 'published'), is('status', 'published'), among('status', ['published'])],
  orders: [is('customerUid', self), is('customerUid', self), among('customerUid', [self])],
};
const seeming: Readonly<Record<string, readonly WantedCondition[]>> = {
  products: [
    is('status', 'draft'),
    is('status', 'Published'),
    is('status', null),
    among('status', ['published', 'draft']),
    among('status', ['draft', 'published']),
    is('name', 'published'),
    is('unitAmount', 1_200),
    ...['p0', 'p1', 'p2'].map((id) => is('__name__', id)),
  ],
  orders: [
    ...uids.map((uid) => is('customerUid', uid)),
    is('customerUid', null),
    is('customerUid', ''),
    among('customerUid', [self, 'ben']),
    is('customerName', self),
    is('status', 'placed'),
    ...['o0', 'o1', 'o2'].map((id) => is('__name__', id)),
  ],
  notes: [is('authorUid', self), is('__name__', 'n0')],
};
const anywhere: readonly WantedCondition[] = [is('uid', 'ann'), is('uid', self), is('at', longAgo)];

/** Firestore takes one of these in a query, and longAgo orders by its field. */
const ranges: Readonly<Record<string, readonly WantedCondition[]>> = {
  products: [
    { field: 'status', op: 'NOT_EQUAL', value: 'draft' },
    { field: 'status', op: 'NOT_IN', value: ['draft', 'archived'] },
    { field: 'status', op: 'GREATER_THAN_OR_EQUAL', value: 'published' },
    { field: 'status', op: 'ARRAY_CONTAINS', value: 'published' },
    { field: 'unitAmount', op: 'LESS_THAN_OR_EQUAL', value: 2_000 },
  ],
  orders: [
    { field: 'customerUid', op: 'NOT_EQUAL', value: null },
    { field: 'customerUid', op: 'GREATER_THAN_OR_EQUAL', value: self },
    { field: 'customerUid', op: 'LESS_THAN_OR_EQUAL', value: self },
    { field: 'total', op: 'GREATER_THAN_OR_EQUAL', value: 0 },
  ],
};

const collectionOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const shape: fc.Arbitrary<Shape> = fc.record(
  {
    orderBy: fc.constantFrom<NonNullable<Shape['orderBy']>>(
      ['total', 'DESCENDING'],
      ['unitAmount', 'ASCENDING'],
      ['at', 'DESCENDING'],
      ['__name__', 'ASCENDING'],
    ),
    limit: fc.constantFrom(1, 2, 50),
    offset: fc.constantFrom(0, 1),
  },
  { requiredKeys: [] },
);

function clausesOf(name: string): fc.Arbitrary<List['clauses']> {
  const good = narrowing[name] ?? [];
  const bad = [...(seeming[name] ?? []), ...anywhere];
  const condition =
    good.length > 0 ? mostly(12, fc.constantFrom(...good), fc.constantFrom(...bad)) : fc.constantFrom(...bad);
  const clause = mostly(16, fc.tuple(condition), fc.array(condition, { minLength: 2, maxLength: 3 }));
  const range = mostly(
    16,
    fc.constant([]),
    fc.constantFrom(...(ranges[name] ?? anywhere)).map((one) => [[one]]),
  );
  return fc
    .tuple(fc.array(clause, { maxLength: 2 }), range)
    .map(([clauses, ranged]) => [onceNamed(clauses), ranged] as const)
    .map(([clauses, ranged]) => [...clauses.filter((conditions) => fitsBeside(ranged, conditions)), ...ranged]);
}

/** A query that names two documents at once names none. */
function onceNamed(clauses: List['clauses']): List['clauses'] {
  const names = clauses.filter((conditions) => conditions.some(({ field }) => field === '__name__'));
  return names.length > 1 ? clauses.filter((conditions) => conditions !== names[0]) : clauses;
}

/** Firestore takes no name beside a range, and beside NOT_IN nothing but equality. */
function fitsBeside(ranged: List['clauses'], conditions: List['clauses'][number]): boolean {
  const op = ranged[0]?.[0]?.op;
  if (op === undefined) return true;
  if (conditions.some(({ field }) => field === '__name__')) return false;
  return op !== 'NOT_IN' || (conditions.length === 1 && conditions[0]?.op === 'EQUAL');
}

function listIn(collection: string): fc.Arbitrary<List> {
  const name = collection.slice(collection.lastIndexOf('/') + 1);
  return (
    fc
      .record({
        kind: fc.constant('list'),
        collection: fc.constant(collection),
        clauses: clausesOf(name),
        way: fc.constantFrom<Way>('query', 'query', 'documents', 'count', 'sum', 'average'),
        shape,
      })
      .map((list) => (list.way === 'documents' ? { ...list, clauses: [], shape: {} } : list))
      .map((list) => (isRanged(list.clauses) || isFolded(list.way) ? { ...list, shape: {} } : list))
      // A sum of documents that are asked for by name, or by a range, is no query that Firestore knows.
      .map((list) =>
        isFolded(list.way) && isSpecial(list.clauses) ? { ...list, way: 'count' } : list,
      ) as fc.Arbitrary<List>
  );
}

function isSpecial(clauses: List['clauses']): boolean {
  return isRanged(clauses) || clauses.flat().some(({ field }) => field === '__name__');
}

function isFolded(way: Way): boolean {
  return way !== 'query' && way !== 'documents';
}

function isRanged(clauses: List['clauses']): boolean {
  return clauses.flat().some(({ op }) => op !== 'EQUAL' && op !== 'IN');
}

export const list: fc.Arbitrary<List> = fc
  .oneof(
    { weight: 4, arbitrary: productPath },
    { weight: 4, arbitrary: orderPath },
    { weight: 2, arbitrary: notePath },
    { weight: 5, arbitrary: documentPath },
  )
  .chain((path) => listIn(collectionOf(path)));

export const group: fc.Arbitrary<Group> = fc.record({
  kind: fc.constant('group'),
  collectionId: documentPath.map((path) => collectionOf(path).split('/').at(-1) ?? ''),
});
