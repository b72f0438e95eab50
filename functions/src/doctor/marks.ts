import { marksOf } from '../platform/claims/marks.ts';
import { markLifetimeMilliseconds } from '../platform/claims/sweep-claims.ts';
import { type ClaimsRecord, controlDocuments } from '../platform/data/documents.ts';
import { readControlPlane } from '../platform/data/transactions.ts';

/** A mark of a writer that died stands until it is old, and then until the next sweep, which comes every two minutes. */
const graceMilliseconds = markLifetimeMilliseconds + 2 * 60_000;

/** How many marks a sweep should have taken away by now. */
export function oldMarks(record: ClaimsRecord, now: number): number {
  return marksOf(record).filter(({ at }) => at < now - graceMilliseconds).length;
}

/** Whether somebody writes a person's claims, or a sweep soon will: what is wrong until then need not stay so. */
export function isBeingWritten(record: ClaimsRecord, now: number): boolean {
  return marksOf(record).length > oldMarks(record, now);
}

/** The same of a person whose record was not read yet. */
export async function isWritten(uid: string, now: number): Promise<boolean> {
  const record = await readControlPlane((control) => control.get(controlDocuments.userClaims(uid)));
  return isBeingWritten(record ?? {}, now);
}
