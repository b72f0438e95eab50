import {
  connectFirestoreEmulator,
  type Firestore,
  initializeFirestore,
  memoryLocalCache,
  terminate,
} from 'firebase/firestore';
import { environment, isLocal } from '../config/environment.ts';
import { onSignOut } from '../session/cleanups.ts';
import { firebaseApp } from './app.ts';

export { controlDatabase } from './control-database.ts';

const opened = new Map<string, Firestore>();

/** One handle per database. Its cache is memory only: nothing of a tenant stays on the device. */
export function firestoreOf(database: string): Firestore {
  const existing = opened.get(database);
  if (existing) return existing;
  const firestore = initializeFirestore(firebaseApp, { localCache: memoryLocalCache() }, database);
  if (isLocal && environment.emulators) {
    const { hostname, port } = new URL(`http://${environment.emulators.firestore}`);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }
  opened.set(database, firestore);
  return firestore;
}

// Ends every connection and forgets what was read.
onSignOut(async () => {
  const all = [...opened.values()];
  opened.clear();
  await Promise.all(all.map((firestore) => terminate(firestore)));
});
