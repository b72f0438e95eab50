import {
  collection,
  doc,
  documentId,
  type FirestoreError,
  getDoc,
  getDocs,
  limit,
  orderBy,
  query,
  type Query,
  where,
} from 'firebase/firestore/lite';
import { firestoreLiteOf } from '../firebase/firestore-lite.ts';
import type { QueryShape } from '../queries.ts';
import type { Arrival, Row, Source } from './source.ts';

/** One document as it is now; nothing follows. `undefined` when it does not exist. */
export function documentOnce<T>(database: string, path: string, tenantId?: string): Source<Row<T>> {
  return once(JSON.stringify(['once', database, path]), tenantId, async () => {
    const found = await getDoc(doc(firestoreLiteOf(database), path));
    return found.exists() ? ({ ...found.data(), id: found.id } as Row<T>) : undefined;
  });
}

/** The rows of a query as they are now, in its order; `undefined` when there are none. The first page only. */
export function queryOnce<T>(database: string, shape: QueryShape, tenantId?: string): Source<Row<T>[]> {
  return once(JSON.stringify(['once', database, shape]), tenantId, async () => {
    const { docs } = await getDocs(toLiteQuery(database, shape));
    return docs.length > 0 ? docs.map((found) => ({ ...found.data(), id: found.id }) as Row<T>) : undefined;
  });
}

function once<T>(key: string, tenantId: string | undefined, read: () => Promise<T | undefined>): Source<T> {
  return {
    key,
    tenantId,
    open(arrived: (arrival: Arrival<T>) => void, failed: (error: FirestoreError) => void) {
      let stopped = false;
      read().then(
        (data) => !stopped && arrived({ data, stale: false }),
        (error: FirestoreError) => !stopped && failed(error),
      );
      return () => {
        stopped = true;
      };
    },
  };
}

function toLiteQuery(database: string, shape: QueryShape): Query {
  const field = (name: string) => (name === '__name__' ? documentId() : name);
  return query(
    collection(firestoreLiteOf(database), shape.collection),
    ...shape.where.map(([name, comparison, value]) => where(field(name), comparison, value)),
    ...shape.orderBy.map(([name, direction]) => orderBy(field(name), direction)),
    limit(shape.limit),
  );
}
