import { type ExportedCollection, type ExportedDocument, exportedCollections } from '@tenantry/model/export-format';
import { inTenant } from '@tenantry/model/paths';
import {
  type CollectionReference,
  FieldPath,
  type Firestore,
  type QueryDocumentSnapshot,
} from 'firebase-admin/firestore';
import { requireContext } from '../../tenant-context.ts';
import { firestore } from '../firestore.ts';
import { databaseOf } from './placement.ts';

/** As many documents as are read at once: an instance serves several who read, and holds a page or two of each. */
const pageSize = 300;
/** Orders whose first notes are read at the same time, and how many of each: a page together. Few orders have more. */
const ordersAtOnce = 60;
const notesAtFirst = pageSize / ordersAtOnce;

/**
 * Everything that the present tenant takes away, page by page, as it is when its page is read. `mayGoOn` is asked before each read, and
 * throws when whoever reads may no more.
 */
export async function* readWholeTenant(mayGoOn: () => Promise<void>): AsyncGenerator<ExportedDocument> {
  const tenantId = requireContext().tenantId ?? '';
  const database = firestore(await databaseOf(tenantId));
  await mayGoOn();
  const itself = await database.doc(inTenant(tenantId, '')).get();
  if (itself.exists) yield { path: '', data: plainOf(itself.data() ?? {}) };
  for (const collection of exportedCollections) yield* readCollection(database, tenantId, collection, mayGoOn);
}

async function* readCollection(
  database: Firestore,
  tenantId: string,
  collection: ExportedCollection,
  mayGoOn: () => Promise<void>,
): AsyncGenerator<ExportedDocument> {
  for await (const page of pagesOf(database.collection(inTenant(tenantId, collection)), mayGoOn)) {
    yield* page.map((found) => exported(tenantId, found));
    if (collection === 'orders') yield* readNotes(tenantId, page, mayGoOn);
  }
}

/** The notes of some orders, in the orders' order. Whoever writes notes may write any number of them to one order. */
async function* readNotes(
  tenantId: string,
  orders: readonly QueryDocumentSnapshot[],
  mayGoOn: () => Promise<void>,
): AsyncGenerator<ExportedDocument> {
  for (let first = 0; first < orders.length; first += ordersAtOnce) {
    const collections = orders.slice(first, first + ordersAtOnce).map(({ ref }) => ref.collection('notes'));
    await mayGoOn();
    const beginnings = await Promise.all(collections.map((notes) => pageOf(notes, notesAtFirst)));
    for (const [index, notes] of collections.entries()) {
      const beginning = beginnings[index] ?? [];
      yield* beginning.map((found) => exported(tenantId, found));
      if (beginning.length < notesAtFirst) continue;
      for await (const page of pagesOf(notes, mayGoOn, beginning.at(-1))) {
        yield* page.map((found) => exported(tenantId, found));
      }
    }
  }
}

/** The documents of a collection by their ids, a page at a time, from its beginning or beyond one of them. */
async function* pagesOf(
  collection: CollectionReference,
  mayGoOn: () => Promise<void>,
  after?: QueryDocumentSnapshot,
): AsyncGenerator<readonly QueryDocumentSnapshot[]> {
  for (let last = after; ;) {
    await mayGoOn();
    const page = await pageOf(collection, pageSize, last);
    yield page;
    last = page.at(-1);
    if (page.length < pageSize) return;
  }
}

async function pageOf(
  collection: CollectionReference,
  size: number,
  after?: QueryDocumentSnapshot,
): Promise<readonly QueryDocumentSnapshot[]> {
  const query = collection.orderBy(FieldPath.documentId()).limit(size);
  return (await (after ? query.startAfter(after) : query).get()).docs;
}

function exported(tenantId: string, found: QueryDocumentSnapshot): ExportedDocument {
  return { path: found.ref.path.slice(inTenant(tenantId, 'x').length - 1), data: plainOf(found.data()) };
}

/** A document's fields as JSON has them: moments as ISO times. */
function plainOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value)]));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if ('toDate' in value) return (value as { toDate(): Date }).toDate().toISOString();
  return plainOf(value as Record<string, unknown>);
}
