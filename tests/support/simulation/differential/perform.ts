import { FieldPath, Timestamp } from 'firebase-admin/firestore';
import type { MemoryFirestore } from '../memory-firestore.ts';
import type { MemoryQuery } from '../memory/memory-query.ts';
import { fieldOf } from '../memory/values.ts';
import type { Step, Wish } from './steps.ts';

/** Does a step in a collection. Answers what was read, in plain values; throws what the database throws. */
export async function perform(database: MemoryFirestore, collection: string, step: Step): Promise<unknown> {
  const doc = (id: string) => database.doc(`${collection}/${id}`);
  switch (step.kind) {
    case 'get':
      return plain((await doc(step.id).get()).data());
    case 'query':
      return listed(await (await queryOf(database, collection, step.query)).get());
    case 'write': {
      const { verb, id, data } = step.write;
      if (verb === 'delete') await doc(id).delete();
      else if (verb === 'merge') await doc(id).set(data, { merge: true });
      else await doc(id)[verb](data);
      return 'written';
    }
    case 'transaction': {
      // Where a query goes on is no part of the transaction.
      const reads = await Promise.all(
        step.reads.map(async (read) => ('ids' in read ? read.ids.map(doc) : queryOf(database, collection, read.query))),
      );
      return database.runTransaction(
        async (transaction) => {
          const seen: unknown[] = [];
          for (const read of reads) {
            if (!Array.isArray(read)) seen.push(listed(await transaction.get(read)));
            else if (read.length === 1 && read[0]) seen.push(plain((await transaction.get(read[0])).data()));
            else if (read.length > 0) seen.push((await transaction.getAll(...read)).map((each) => plain(each.data())));
          }
          for (const { verb, id, data } of step.writes) {
            if (verb === 'delete') transaction.delete(doc(id));
            else if (verb === 'merge') transaction.set(doc(id), data, { merge: true });
            else transaction[verb](doc(id), data);
          }
          if (step.end === 'throw') throw new Error('Changed its mind.');
          if (step.end === 'read-after') await transaction.get(doc('a'));
          return seen;
        },
        step.end === 'read-only' ? { readOnly: true } : {},
      );
    }
  }
}

async function queryOf(
  database: MemoryFirestore,
  collection: string,
  { where, orderBy, limit, after }: Wish,
): Promise<MemoryQuery> {
  const field = (name: string): string | FieldPath => (name === '__name__' ? FieldPath.documentId() : name);
  let query: MemoryQuery = database.collection(collection);
  for (const [name, operator, value] of where) query = query.where(field(name), operator, value);
  for (const [name, direction] of orderBy) query = query.orderBy(field(name), direction);
  if (limit !== undefined) query = query.limit(limit);
  if (after === undefined) return query;
  const last = await database.doc(`${collection}/${after}`).get();
  const lacks = orderBy.some(([name]) => name !== '__name__' && fieldOf(last.data() ?? {}, name) === undefined);
  return last.exists && !lacks ? query.startAfter(last) : query;
}

/** Everything in a collection, in plain values. */
export async function everythingIn(database: MemoryFirestore, collection: string): Promise<unknown> {
  return listed(await database.collection(collection).get());
}

function listed({ docs }: { readonly docs: readonly { readonly id: string; readonly data: () => unknown }[] }) {
  return docs.map((found) => [found.id, plain(found.data())]);
}

const recently = Date.UTC(2026, 1, 1);

/** Values that can be compared: a moment by its milliseconds, and one that the server's clock made as such. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Timestamp) return value.toMillis() > recently ? 'now' : `at ${value.toMillis()}`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)] as const));
}
