import { type DeclaredQuery, declareQuery } from '../platform/data/declared-query.ts';
import type { DocumentPath } from '../platform/data/documents.ts';
import type { Found, ScopedTransaction } from '../platform/data/scoped-transaction.ts';

const pageSize = 300;

/** The queries of a collection's pages, by id: in the order of a field Firestore leaves out what lacks it, and that above all is to be found. */
export type Pages = { readonly first: DeclaredQuery; readonly next: DeclaredQuery };

/** Declares the pages of a collection, named by its own id. */
export function declarePages(collection: string): Pages {
  const orderBy = [['__name__', 'asc']] as const;
  return {
    first: declareQuery(collection, { orderBy }),
    next: declareQuery(collection, { where: [['__name__', '>']], orderBy }),
  };
}

/** Every document of a collection, a page at a time, as they all are at the moment of the transaction. */
export function eachPage<P extends 'tenant' | 'control', Data>(
  tx: ScopedTransaction<P>,
  collection: DocumentPath<P, Data>,
  pages: Pages,
): AsyncGenerator<Found<Data>[]> {
  return pagesBy((query, values) => tx.find(collection, query, values, pageSize), pages);
}

/** The same for what is looked at each by itself, and is more than one transaction could read: each page as it is when it is read. */
export function eachPageAlone<P extends 'tenant' | 'control', Data>(
  read: (work: (tx: ScopedTransaction<P>) => Promise<Found<Data>[]>) => Promise<Found<Data>[]>,
  collection: DocumentPath<P, Data>,
  pages: Pages,
): AsyncGenerator<Found<Data>[]> {
  return pagesBy((query, values) => read((tx) => tx.find(collection, query, values, pageSize)), pages);
}

async function* pagesBy<Data>(
  find: (query: DeclaredQuery, values: readonly unknown[]) => Promise<Found<Data>[]>,
  { first, next }: Pages,
): AsyncGenerator<Found<Data>[]> {
  let page = await find(first, []);
  for (;;) {
    yield page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    page = await find(next, [last.id]);
  }
}
