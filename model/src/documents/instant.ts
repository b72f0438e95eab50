import * as z from 'zod/mini';

/** A point in time as Firestore hands it out, in the browser and on the server alike. */
export type Instant = { toMillis(): number; toDate(): Date };

/** Accepts a Firestore timestamp of any SDK. */
export const instant = z.custom<Instant>(
  (value) => typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function',
);
