import * as fc from 'fast-check';
import type { Value } from '../../../support/rules/values.ts';
import { mostly } from '../worlds/chance.ts';
import { longAgo, uids } from '../worlds/vocabulary.ts';
import { self, type List, type Wanted, type WantedCondition } from './asks.ts';

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

/** Firestore takes one of these in a query, and then orders by its field. */
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

/** What a query around a document may ask for. */
export function clausesOf(path: string): fc.Arbitrary<List['clauses']> {
  const [name = '', id = ''] = path.split('/').slice(-2);
  const good = narrowing[name] ?? [is('__name__', id)];
  const bad = [...(seeming[name] ?? []), ...anywhere, is('__name__', id)];
  const condition = mostly(12, fc.constantFrom(...good), fc.constantFrom(...bad));
  const clause = mostly(17, fc.tuple(condition), fc.array(condition, { minLength: 2, maxLength: 3 }));
  const range = mostly(
    17,
    fc.constant([]),
    fc.constantFrom(...(ranges[name] ?? anywhere)).map((one) => [[one]]),
  );
  const several = fc
    .tuple(fc.array(clause, { maxLength: 2 }), range)
    .map(([clauses, ranged]) => [onceNamed(clauses), ranged] as const)
    .map(([clauses, ranged]) => [...clauses.filter((conditions) => fitsBeside(ranged, conditions)), ...ranged]);
  // By its name alone: the one query that would pass for a get.
  return name in narrowing ? several : mostly(10, fc.constant([[is('__name__', id)]]), several);
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

export function isRanged(clauses: List['clauses']): boolean {
  return clauses.flat().some(({ op }) => op !== 'EQUAL' && op !== 'IN');
}
