import { controlDocuments } from '../data/documents.ts';
import { instantOf } from '../data/instant.ts';
import type { ControlTransaction } from '../data/scoped-transaction.ts';
import { Refusal } from './errors.ts';

/** How often something happened today (UTC), as a transaction read it. */
export type DailyCount = {
  readonly count: number;
  /** Counts some more, in the same transaction, once; zero writes nothing. */
  readonly add: (by: number) => void;
};

const dayMilliseconds = 86_400_000;

/** The day of a moment, in UTC, as `yyyy-mm-dd`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Reads a count of today for the transaction to judge by. */
export async function readToday(control: ControlTransaction, key: string, now: Date): Promise<DailyCount> {
  const path = controlDocuments.rateLimit(`${key}-${dayOf(now)}`);
  const count = (await control.get(path))?.count ?? 0;
  return {
    count,
    add(by) {
      if (by > 0) control.set(path, { count: count + by, expiresAt: instantOf(now.getTime() + 2 * dayMilliseconds) });
    },
  };
}

/** The refusal (`rate`) of what was done as often as a day allows; `retryAfterSeconds` leads to the next day. */
export function enoughForToday(now: Date): Refusal {
  const retryAfterSeconds = Math.ceil((dayMilliseconds - (now.getTime() % dayMilliseconds)) / 1_000);
  return new Refusal('rate', 'That was often enough for today. Try again tomorrow.', { retryAfterSeconds });
}
