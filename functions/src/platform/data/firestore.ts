import { getApps, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { isEmulated, projectId } from '../environment.ts';
import { defaultDatabase } from './default-database.ts';

/** The raw handles. Lint keeps them inside this folder: everything else goes through a scoped repository. */

function app() {
  return getApps()[0] ?? initializeApp(isEmulated() ? emulated : undefined);
}

/** Named, or queueing a task asks Google's metadata server who this is, and waits for it where there is none. */
const emulated = { projectId: projectId(), serviceAccountId: 'emulated@tenantry.example' };

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
