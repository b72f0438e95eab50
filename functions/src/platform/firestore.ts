import { getApps, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore, Timestamp } from 'firebase-admin/firestore';

/** The raw handles. Lint keeps them inside this folder: everything else goes through a scoped repository. */

export const defaultDatabase = '(default)';

function app() {
  return getApps()[0] ?? initializeApp();
}

/** The database of a placement. Transactions can't span two of them. */
export function firestore(database: string): Firestore {
  return getFirestore(app(), database);
}

/** The database of the control plane: users, slugs, placements, operators and the ledgers. */
export function controlPlane(): Firestore {
  return firestore(defaultDatabase);
}

export function auth(): Auth {
  return getAuth(app());
}

/** A moment as Firestore stores it. */
export function instantOf(moment: Date | number): Timestamp {
  return Timestamp.fromMillis(typeof moment === 'number' ? moment : moment.getTime());
}
