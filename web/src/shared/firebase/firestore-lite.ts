import { connectFirestoreEmulator, type Firestore, initializeFirestore, terminate } from 'firebase/firestore/lite';
import { environment, isLocal } from '../config/environment.ts';
import { onSignOut } from '../session/cleanups.ts';
import { firebaseApp } from './app.ts';

const opened = new Map<string, Firestore>();

/** A handle that asks once and keeps nothing: a fifth of the SDK that listens. */
export function firestoreLiteOf(database: string): Firestore {
  const existing = opened.get(database);
  if (existing) return existing;
  const firestore = initializeFirestore(firebaseApp, {}, database);
  if (isLocal && environment.emulators) {
    const { hostname, port } = new URL(`http://${environment.emulators.firestore}`);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }
  opened.set(database, firestore);
  return firestore;
}

onSignOut(async () => {
  const all = [...opened.values()];
  opened.clear();
  await Promise.all(all.map((firestore) => terminate(firestore)));
});
