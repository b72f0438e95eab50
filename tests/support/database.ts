import { getApps, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { parseClaims, type Claims } from '@tenantry/model/claims';
import { stack } from './stack.ts';

/** The stack's database with every right: to look at what an operation left behind. */
export function database(): Firestore {
  return getFirestore(app());
}

/** The claims that a person's next token will hold. */
export async function storedClaims(uid: string): Promise<Claims> {
  return parseClaims((await authentication().getUser(uid)).customClaims);
}

export function authentication(): Auth {
  return getAuth(app());
}

/** The data of a document, or `undefined`. */
export async function readDocument(path: string): Promise<Record<string, unknown> | undefined> {
  return (await database().doc(path).get()).data();
}

function app() {
  return getApps()[0] ?? initializeApp({ projectId: stack.project });
}
