import {
  connectFirestoreEmulator,
  type Firestore,
  initializeFirestore,
  memoryEagerGarbageCollector,
  memoryLocalCache,
  terminate,
} from 'firebase/firestore';
import { environment, isLocal } from '../config/environment.ts';
import { onSignOut } from '../session/cleanups.ts';
import { firebaseApp } from './app.ts';

export { controlDatabase } from './control-database.ts';

const opened = new Map<string, Firestore>();

/**
 * Memory only, so that nothing of a tenant stays on the device, and only what somebody listens to: by itself the SDK
 * keeps documents of a business that was left for as long as the page is open.
 */
const localCache = () => memoryLocalCache({ garbageCollector: memoryEagerGarbageCollector() });

/** One handle per database. */
export function firestoreOf(database: string): Firestore {
  const existing = opened.get(database);
  if (existing) return existing;
  const firestore = initializeFirestore(firebaseApp, { localCache: localCache() }, database);
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
