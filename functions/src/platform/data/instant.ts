import { Timestamp } from 'firebase-admin/firestore';

/** A moment as Firestore stores it; from a date, or from milliseconds since the epoch. */
export function instantOf(moment: Date | number): Timestamp {
  return Timestamp.fromMillis(typeof moment === 'number' ? moment : moment.getTime());
}
