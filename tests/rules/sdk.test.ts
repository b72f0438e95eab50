import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  collection,
  deleteDoc,
  doc,
  getCountFromServer,
  getDocs,
  onSnapshot,
  query,
  runTransaction,
  serverTimestamp,
  setLogLevel,
  setDoc,
  updateDoc,
  where,
  writeBatch,
  type Firestore,
} from 'firebase/firestore';
import { accessEntries } from '../support/rules/people/everyone.ts';
import { rules } from '../support/rules/project.ts';
import { productFields } from '../support/rules/samples.ts';
import { accessDocument, clientClock, presentVersion, tenants } from '../support/rules/tenants.ts';

/** The same rules through the SDK of the browser: what REST can't do, listeners, and what an SDK does by itself. */
const { id } = tenants.active;
const [host = '', port = ''] = (process.env.FIRESTORE_EMULATOR_HOST ?? '').split(':');

// Refusals are what these tests ask for: no warnings about them.
setLogLevel('silent');

let world: RulesTestEnvironment;
beforeAll(async () => {
  world = await initializeTestEnvironment({
    projectId: 'demo-rules-sdk',
    firestore: { host, port: Number(port), rules },
  });
  await asServer(async (db) => {
    await setDoc(doc(db, `tenants/${id}/system/access`), accessDocument(tenants.active, accessEntries));
    await setDoc(doc(db, `tenants/${id}/products/published`), productFields('published'));
    await setDoc(doc(db, `tenants/${id}/products/draft`), productFields('draft'));
    await setDoc(doc(db, `tenants/${id}/orders/order`), { customerUid: 'customer', number: 1 });
  });
});
afterAll(() => world.cleanup());

async function asServer(work: (db: Firestore) => Promise<void>): Promise<void> {
  // The environment's own type is the compat SDK's; at run time it is the same database.
  await world.withSecurityRulesDisabled((context) => work(context.firestore() as unknown as Firestore));
}

function as(role: string): Firestore {
  const claims = { tenants: { [id]: [role, presentVersion] } };
  return world.authenticatedContext(role, claims).firestore() as unknown as Firestore;
}

const products = (db: Firestore) => collection(db, `tenants/${id}/products`);
const published = (db: Firestore) => query(products(db), where('status', '==', 'published'));
const edit = (uid: string) => ({ name: 'A bowl', updatedAt: serverTimestamp(), updatedBy: uid });

describe('through the SDK', () => {
  test('a customer lists and counts what is published, and not the whole catalogue', async () => {
    const db = as('customer');
    expect((await assertSucceeds(getDocs(published(db)))).size).toBe(1);
    expect((await assertSucceeds(getCountFromServer(published(db)))).data().count).toBe(1);
    await assertFails(getDocs(products(db)));
    await assertFails(getCountFromServer(products(db)));
    expect((await assertSucceeds(getDocs(products(as('viewer'))))).size).toBe(2);
  });

  test('a batch is refused whole when one of its writes is', async () => {
    const db = as('member');
    const batch = (stock: boolean) => {
      const writes = writeBatch(db);
      writes.update(doc(db, `tenants/${id}/products/published`), edit('member'));
      writes.update(doc(db, `tenants/${id}/products/draft`), stock ? { ...edit('member'), stock: 9 } : edit('member'));
      return writes.commit();
    };
    await assertFails(batch(true));
    await asServer(async (server) => {
      const { docs } = await getDocs(products(server));
      expect(docs.map((product) => [product.get('name'), product.get('stock')] as unknown[])).toEqual([
        ['A cup', 7],
        ['A cup', 7],
      ]);
    });
    await assertSucceeds(batch(false));
  });

  test('a transaction writes what an update would', async () => {
    const db = as('member');
    const target = doc(db, `tenants/${id}/products/published`);
    const write = (fields: Record<string, unknown>) =>
      runTransaction(db, async (transaction) => {
        await transaction.get(target);
        transaction.update(target, fields);
      });
    await assertFails(write({ ...edit('member'), sku: 'SKU-2' }));
    await assertSucceeds(write(edit('member')));
  });

  test('a note is written, changed and removed with the times of the server', async () => {
    const db = as('member');
    const note = doc(db, `tenants/${id}/orders/order/notes/one`);
    const times = { createdAt: serverTimestamp(), updatedAt: serverTimestamp() };
    await assertFails(setDoc(note, { text: 'Call.', authorUid: 'member', ...times, createdAt: clientClock }));
    await assertSucceeds(setDoc(note, { text: 'Call.', authorUid: 'member', ...times }));
    await assertSucceeds(updateDoc(note, { text: 'Call later.', updatedAt: serverTimestamp() }));
    await assertFails(deleteDoc(doc(as('admin'), note.path)));
    await assertSucceeds(deleteDoc(note));
  });

  test('an open listener gets nothing that was written after the fence was raised', async () => {
    const seen: number[] = [];
    const ended = Promise.withResolvers<string>();
    const began = Promise.withResolvers<void>();
    const stop = onSnapshot(
      doc(as('viewer'), `tenants/${id}/products/published`),
      (product) => {
        seen.push(product.get('stock') as number);
        began.resolve();
      },
      ({ code }) => ended.resolve(code),
    );
    await began.promise;
    await asServer(async (server) => {
      await updateDoc(doc(server, `tenants/${id}/system/access`), { 'fence.viewer': presentVersion + 1 });
      await updateDoc(doc(server, `tenants/${id}/products/published`), { stock: 1 });
    });
    expect(await ended.promise).toBe('permission-denied');
    expect(seen).toEqual([7]);
    stop();
  });
});
