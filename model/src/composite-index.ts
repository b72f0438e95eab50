/** Which composite index a query asks for in production. The emulator enforces none, so tests compare with this. */

export type IndexedQuery = {
  /** The collection's own id, the last segment of its path. */
  readonly collection: string;
  readonly where: readonly (readonly [field: string, comparison: string, ...rest: unknown[]])[];
  readonly orderBy: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** Whether the page is read from its end: every direction is turned round. */
  readonly backwards?: boolean;
};

export type IndexField = { readonly fieldPath: string; readonly order: 'ASCENDING' | 'DESCENDING' };

/** An index as `firestore.indexes.json` declares it. */
export type DeclaredIndex = {
  readonly collectionGroup: string;
  readonly queryScope: string;
  readonly fields: readonly IndexField[];
};

/** Fields that are compared for equality, in any order, and then the sorted ones. */
export type CompositeIndex = { readonly equal: readonly string[]; readonly sorted: readonly IndexField[] };

/** The composite index that a query asks for, or `undefined` when the automatic ones of single fields serve it. */
export function compositeIndexOf({ where, orderBy, backwards }: IndexedQuery): CompositeIndex | undefined {
  const equal = [...new Set(where.filter(isEquality).map(([field]) => field))];
  const ranged = where.find((condition) => !isEquality(condition))?.[0];
  const sorts = orderBy.length === 0 && ranged !== undefined ? ([[ranged, 'asc']] as const) : orderBy;
  // Ids follow the last sort by themselves.
  const sorted = sorts
    .filter(([field]) => field !== '__name__')
    .map(([fieldPath, direction]): IndexField => {
      const ascending = (direction === 'asc') !== (backwards === true);
      return { fieldPath, order: ascending ? 'ASCENDING' : 'DESCENDING' };
    });
  // Equalities alone are served by merging the automatic indexes.
  return equal.length + sorted.length < 2 || sorted.length === 0 ? undefined : { equal, sorted };
}

/** Firestore asks an `in` as one equality for each of its values. */
function isEquality([, comparison]: IndexedQuery['where'][number]): boolean {
  return comparison === '==' || comparison === 'in';
}

/** Whether one of the declared indexes serves a query, or none is needed. */
export function isIndexed(query: IndexedQuery, declared: readonly DeclaredIndex[]): boolean {
  const composite = compositeIndexOf(query);
  return composite === undefined || declared.some((index) => serves(index, query.collection, composite));
}

function serves(index: DeclaredIndex, collection: string, { equal, sorted }: CompositeIndex): boolean {
  const first = index.fields.slice(0, equal.length).map(({ fieldPath }) => fieldPath);
  const rest = index.fields.slice(equal.length).map(({ fieldPath, order }) => ({ fieldPath, order }));
  return (
    index.collectionGroup === collection &&
    index.queryScope === 'COLLECTION' &&
    first.toSorted().join() === equal.toSorted().join() &&
    JSON.stringify(rest) === JSON.stringify(sorted)
  );
}
