import { markLifetimeMilliseconds } from '../platform/claims/sweep-claims.ts';
import { type ClaimsRecord, controlDocuments } from '../platform/data/documents.ts';
import { readControlPlane } from '../platform/data/transactions.ts';

/** A mark of a writer that died stands until it is old, and then until the next sweep, which comes every two minutes. */
const graceMilliseconds = markLifetimeMilliseconds + 2 * 60_000;

/** How many marks a sweep should have taken away by now. */
export function oldMarks({ marks = {} }: ClaimsRecord, now: number): number {
  return Object.values(marks).filter(({ at }) => at.toMillis() < now - graceMilliseconds).length;
}

/** Whether somebody writes a person's claims, or a sweep soon will: what is wrong until then need not stay so. */
export function isBeingWritten(record: ClaimsRecord, now: number): boolean {
  return Object.keys(record.marks ?? {}).length > oldMarks(record, now);
}

/** The same of a person whose record was not read yet. */
export async function isWritten(uid: string, now: number): Promise<boolean> {
  const record = await readControlPlane((control) => control.get(controlDocuments.userClaims(uid)));
  return isBeingWritten(record ?? {}, now);
}
