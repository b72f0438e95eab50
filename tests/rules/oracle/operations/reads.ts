import * as fc from 'fast-check';
import type { Get, Group, List, Shape, Way } from './asks.ts';
import { clausesOf, isRanged } from './conditions.ts';
import { documentPath, notePath, orderPath, productPath, singlePath } from './places.ts';

export const get: fc.Arbitrary<Get> = documentPath.map((path) => ({ kind: 'get', path }));

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

const known = new Map<string, fc.Arbitrary<List>>();

function listAround(path: string): fc.Arbitrary<List> {
  const list = known.get(path) ?? newListAround(path);
  known.set(path, list);
  return list;
}

/** Queries of the collection in which a document lies, now and then for just that document. */
function newListAround(path: string): fc.Arbitrary<List> {
  return (
    fc
      .record({
        kind: fc.constant('list'),
        collection: fc.constant(collectionOf(path)),
        clauses: clausesOf(path),
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

export const list: fc.Arbitrary<List> = fc
  .oneof(
    { weight: 3, arbitrary: productPath },
    { weight: 3, arbitrary: orderPath },
    { weight: 1, arbitrary: notePath },
    { weight: 2, arbitrary: singlePath },
    { weight: 9, arbitrary: documentPath },
  )
  .chain((path) => listAround(path));

export const group: fc.Arbitrary<Group> = fc.record({
  kind: fc.constant('group'),
  collectionId: documentPath.map((path) => collectionOf(path).split('/').at(-1) ?? ''),
});
