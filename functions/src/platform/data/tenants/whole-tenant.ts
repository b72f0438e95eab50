import { type ExportedCollection, type ExportedDocument, exportedCollections } from '@tenantry/model/export-format';
import { inTenant } from '@tenantry/model/paths';
import { FieldPath, type Firestore, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { requireContext } from '../../tenant-context.ts';
import { firestore } from '../firestore.ts';
import { databaseOf } from './placement.ts';

const pageSize = 300;
/** Orders whose notes are read at the same time. */
const notesAtOnce = 60;

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
  const query = database.collection(inTenant(tenantId, collection)).orderBy(FieldPath.documentId()).limit(pageSize);
  let rest = query;
  for (;;) {
    await mayGoOn();
    const page = await rest.get();
    yield* page.docs.map((found) => exported(tenantId, found));
    if (collection === 'orders') yield* readNotes(tenantId, page.docs, mayGoOn);
    const last = page.docs.at(-1);
    if (!last || page.size < pageSize) return;
    rest = query.startAfter(last);
  }
}

/** The notes of some orders. Of one order they are few: people write them by hand. */
async function* readNotes(
  tenantId: string,
  orders: readonly QueryDocumentSnapshot[],
  mayGoOn: () => Promise<void>,
): AsyncGenerator<ExportedDocument> {
  for (let first = 0; first < orders.length; first += notesAtOnce) {
    const some = orders.slice(first, first + notesAtOnce);
    await mayGoOn();
    const notes = await Promise.all(some.map(({ ref }) => ref.collection('notes').get()));
    yield* notes.flatMap(({ docs }) => docs.map((found) => exported(tenantId, found)));
  }
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
