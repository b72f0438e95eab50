import type { Value, Written } from './values.ts';

/** One request to Firestore as data: what the matrix, the mutants and the oracle judge alike. */
export type Operation =
  /** With `absent` the document is not there, and to be told so is to be allowed. */
  | { readonly kind: 'get'; readonly path: string; readonly absent?: true }
  /** Several documents in one request. */
  | { readonly kind: 'getAll'; readonly paths: readonly string[] }
  | { readonly kind: 'list'; readonly query: Query }
  /** The plain list of a collection, which is no query. */
  | { readonly kind: 'documents'; readonly collection: string }
  | { readonly kind: 'aggregate'; readonly query: Query; readonly of: Aggregation }
  /** All of it or nothing. With `unmet` a condition of the client's fails: to be told so is to be allowed. */
  | { readonly kind: 'commit'; readonly writes: readonly Write[]; readonly unmet?: true }
  /** Reads, then writes, in one transaction. */
  | { readonly kind: 'transaction'; readonly reads: readonly string[]; readonly writes: readonly Write[] };

export type Operator = 'EQUAL' | 'NOT_EQUAL' | 'IN' | 'GREATER_THAN';
export type Filter = readonly [field: string, op: Operator, value: Value];

/**
 * A query over one collection. With `named` it asks for the one document of that path, which tells the rules every
 * variable of a `match`: a list that such a query gets is a list that a right to get alone must not give. With
 * `everywhere` it asks for every collection of that name, whoever's it is.
 */
export type Query = {
  readonly collection: string;
  readonly where?: readonly Filter[];
  readonly named?: string;
  readonly everywhere?: true;
};

export type Aggregation = { readonly kind: 'count' } | { readonly kind: 'sum' | 'avg'; readonly field: string };

/**
 * - create: the document is not there yet
 * - update: it is there; the given fields change, those in `removed` go, the rest stays
 * - replace: it is there, and these are all its fields from now on
 * - set: the same, whether it is there or not
 * - delete: it goes, whether it is there or not
 *
 * Fields that the server computes travel as transforms. `ifUnchangedSince` is a further condition of the client's.
 */
export type Write = { readonly path: string; readonly ifUnchangedSince?: Date } & (
  | { readonly kind: 'create' | 'replace' | 'set'; readonly fields: Written }
  | { readonly kind: 'update'; readonly fields: Written; readonly removed?: readonly string[] }
  | { readonly kind: 'delete' }
);

/** The writes of an operation; none for one that reads. */
export function writesOf(operation: Operation): readonly Write[] {
  return 'writes' in operation ? operation.writes : [];
}
