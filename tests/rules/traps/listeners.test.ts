import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, onSnapshot, setDoc, setLogLevel, Timestamp, updateDoc, type Firestore } from 'firebase/firestore';
import { rules } from '../../support/rules/project.ts';
import { access, tenant } from './places.ts';

const [host = '', port = ''] = (process.env.FIRESTORE_EMULATOR_HOST ?? '').split(':');
// Refusals are what these tests ask for: no warnings about them.
setLogLevel('silent');

let world: RulesTestEnvironment | undefined;
afterEach(() => world?.cleanup());

async function open(projectId: string, content: string): Promise<RulesTestEnvironment> {
  const firestore = { host, port: Number(port), rules: content };
  world = await initializeTestEnvironment({ projectId: `demo-rules-trap-${projectId}`, firestore });
  await world.clearFirestore();
  return world;
}

async function asServer(environment: RulesTestEnvironment, work: (db: Firestore) => Promise<void>): Promise<void> {
  // The environment's own type is the compat SDK's; at run time it is the same database.
  await environment.withSecurityRulesDisabled((context) => work(context.firestore() as unknown as Firestore));
}

/** Everything that a listener is told: values of a field, and how it ended. */
function listen(db: Firestore, path: string, field: string) {
  const told: unknown[] = [];
  const began = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<string>();
  const stop = onSnapshot(
    doc(db, path),
    (found) => {
      told.push(found.get(field));
      began.resolve();
    },
    ({ code }) => {
      told.push(code);
      began.reject(new Error(code));
      ended.resolve(code);
    },
  );
  return { told, began: began.promise, ended: ended.promise, stop };
}

const soon = (): Timestamp => Timestamp.fromMillis(Date.now() + 3_000);

test('a condition on the time cuts no open listener: it refuses who comes later', async () => {
  const rule = 'allow read: if request.time < resource.data.until;';
  const environment = await open(
    'time-wrong',
    `rules_version = '2'; service cloud.firestore { match /databases/{db}/documents { match /docs/{doc} { ${rule} } } }`,
  );
  const until = soon();
  await asServer(environment, (db) => setDoc(doc(db, 'docs/one'), { text: 'before', until }));
  const db = environment.authenticatedContext('early').firestore() as unknown as Firestore;
  const early = listen(db, 'docs/one', 'text');
  await early.began;
  await wait(until.toMillis() - Date.now() + 500);
  const late = listen(environment.authenticatedContext('late').firestore() as unknown as Firestore, 'docs/one', 'text');
  await expect(late.began).rejects.toThrow('permission-denied');
  expect(early.told).toEqual(['before']);
  early.stop();
});

test("support's listener is cut because the visit is taken out of the access document, not because it is over", async () => {
  const environment = await open('time', rules);
  const uid = 'operator';
  const path = `${tenant}/products/cup`;
  const until = soon();
  const visit = { ...access, supportUntil: until, support: { [uid]: until } };
  await asServer(environment, async (db) => {
    await setDoc(doc(db, `operators/${uid}`), {});
    await setDoc(doc(db, `${tenant}/system/access`), visit);
    await setDoc(doc(db, path), { stock: 7, status: 'draft' });
  });
  const operator = (): Firestore =>
    environment.authenticatedContext(uid, { operator: true }).firestore() as unknown as Firestore;
  const inside = listen(operator(), path, 'stock');
  await inside.began;
  await wait(until.toMillis() - Date.now() + 500);
  expect(inside.told).toEqual([7]);
  await expect(listen(operator(), path, 'stock').began).rejects.toThrow('permission-denied');

  // What the task at expiry does. Production cuts now; the emulator at the next change of what is listened to, which it
  // does not deliver.
  await asServer(environment, (db) => updateDoc(doc(db, `${tenant}/system/access`), { support: {} }));
  await wait(500);
  expect(inside.told).toEqual([7]);
  await asServer(environment, (db) => updateDoc(doc(db, path), { stock: 6 }));
  expect(await inside.ended).toBe('permission-denied');
  expect(inside.told).toEqual([7, 'permission-denied']);
});
