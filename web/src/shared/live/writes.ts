import { addDoc, collection, deleteDoc, doc, type DocumentData, serverTimestamp, updateDoc } from 'firebase/firestore';
import { recoverAccess } from '../access/tenant-access.ts';
import { OperationError } from '../api/operation-error.ts';
import { firestoreOf } from '../firebase/firestore.ts';
import { errorCode } from '../firebase/error-code.ts';

/** Where a direct write goes: the rules judge it. Absolute path, in the database of the business's placement. */
type Target = { readonly database: string; readonly tenantId: string; readonly path: string };

/** The server's clock, in a field. */
export const serverTime = serverTimestamp;

/** Changes these fields and no others. Throws what the rules answer, or `unavailable` offline. */
export function updateDocument({ database, tenantId, path }: Target, fields: DocumentData): Promise<void> {
  return written(tenantId, () => updateDoc(doc(firestoreOf(database), path), fields));
}

/** Creates a document under a new id, in the collection at `path`. */
export function createDocument({ database, tenantId, path }: Target, fields: DocumentData): Promise<unknown> {
  return written(tenantId, () => addDoc(collection(firestoreOf(database), path), fields));
}

export function deleteDocument({ database, tenantId, path }: Target): Promise<void> {
  return written(tenantId, () => deleteDoc(doc(firestoreOf(database), path)));
}

/** A refusal may only mean that the claim was let out of the token: ask for it, and write once more, unless all is held. */
async function written<T>(tenantId: string, write: () => Promise<T>): Promise<T> {
  // The SDK would keep the write for later, and the person would wait for an answer that does not come.
  if (!navigator.onLine) throw new OperationError('unavailable');
  try {
    return await write();
  } catch (error) {
    if (errorCode(error) !== 'permission-denied') throw error;
    const standing = await recoverAccess(tenantId);
    if (standing.kind !== 'member') throw error;
    const { status } = standing;
    if (status !== 'active') throw new OperationError('failed-precondition', { reason: 'state', status });
    return write();
  }
}
