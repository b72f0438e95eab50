import {
  collection,
  doc,
  documentId,
  endBefore,
  type Firestore,
  type FirestoreError,
  limit,
  limitToLast,
  onSnapshot,
  orderBy,
  query,
  type Query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore';
import { firestoreOf } from '../firebase/firestore.ts';
import { type Condition, isTime, type QueryShape, type Scalar } from '../queries.ts';

/** A document as pages use it: its fields, and its id. */
export type Row<T> = T & { readonly id: string };

/** What came from the server: the data, or `undefined` when there is none; `stale` while the line is down. */
export type Arrival<T> = { readonly data: T | undefined; readonly stale: boolean };

/** Something to listen to. Two sources with one key are one listener. */
export type Source<T> = {
  readonly key: string;
  /** Whose data it is; absent for the person's own. */
  readonly tenantId?: string;
  readonly open: (arrived: (arrival: Arrival<T>) => void, failed: (error: FirestoreError) => void) => () => void;
};

// Answers from the cache are held back until the server has spoken once: they may be a part of the whole only.
const options = { includeMetadataChanges: true } as const;
const reading = { serverTimestamps: 'estimate' } as const;

/** One document; `undefined` when it does not exist. */
export function documentSource<T>(database: string, path: string, tenantId?: string): Source<Row<T>> {
  return {
    key: JSON.stringify([database, path]),
    tenantId,
    open: (arrived, failed) =>
      onSnapshot(
        doc(firestoreOf(database), path),
        options,
        (snapshot) => {
          const stale = snapshot.metadata.fromCache;
          if (stale && !snapshot.exists()) return;
          const fields = snapshot.data(reading);
          arrived({ data: fields && ({ ...fields, id: snapshot.id } as Row<T>), stale });
        },
        failed,
      ),
  };
}

/** The rows of a query, in its order; `undefined` when there are none. */
export function querySource<T>(database: string, shape: QueryShape, tenantId?: string): Source<Row<T>[]> {
  return {
    key: JSON.stringify([database, shape]),
    tenantId,
    open: (arrived, failed) => {
      let heardFromServer = false;
      return onSnapshot(
        toQuery(firestoreOf(database), shape),
        options,
        (snapshot) => {
          const stale = snapshot.metadata.fromCache;
          heardFromServer ||= !stale;
          if (!heardFromServer) return;
          const rows = snapshot.docs.map((found) => ({ ...found.data(reading), id: found.id }) as Row<T>);
          arrived({ data: rows.length > 0 ? rows : undefined, stale });
        },
        failed,
      );
    },
  };
}

/** A description as the SDK's query. */
export function toQuery(firestore: Firestore, shape: QueryShape): Query {
  const field = (name: string) => (name === '__name__' ? documentId() : name);
  const stored = (name: string, value: Scalar) =>
    typeof value === 'number' && isTime(name) ? Timestamp.fromMillis(value) : value;
  const compared = (name: string, value: Condition[2]) =>
    typeof value === 'object' && value !== null ? value.map((each) => stored(name, each)) : stored(name, value);
  const cursor = (values: readonly Scalar[]) =>
    values.map((value, index) => stored(shape.orderBy[index]?.[0] ?? '', value));
  return query(
    collection(firestore, shape.collection),
    ...shape.where.map(([name, comparison, value]) => where(field(name), comparison, compared(name, value))),
    ...shape.orderBy.map(([name, direction]) => orderBy(field(name), direction)),
    ...(shape.after ? [startAfter(...cursor(shape.after))] : []),
    ...(shape.before ? [endBefore(...cursor(shape.before)), limitToLast(shape.limit)] : [limit(shape.limit)]),
  );
}
