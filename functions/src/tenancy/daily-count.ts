import { controlDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import type { ControlTransaction } from '../platform/data/scoped-transaction.ts';

/** A count of a day that was read; `write` puts one more, in the same transaction. */
export type DailyCount = { write(control: ControlTransaction): void };

const dayMilliseconds = 86_400_000;

/** Reads how often something happened today (UTC). Throws `rate` when `limit` is reached. */
export async function countToday(
  control: ControlTransaction,
  key: string,
  limit: number,
  now: Date,
): Promise<DailyCount> {
  const day = now.toISOString().slice(0, 10);
  const path = controlDocuments.rateLimit(`${key}-${day}`);
  const count = (await control.get(path))?.count ?? 0;
  if (count >= limit) {
    const retryAfterSeconds = Math.ceil((dayMilliseconds - (now.getTime() % dayMilliseconds)) / 1_000);
    throw new Refusal('rate', `That was often enough for today. Try again tomorrow.`, { retryAfterSeconds });
  }
  return {
    write: (tx) => tx.set(path, { count: count + 1, expiresAt: instantOf(now.getTime() + 2 * dayMilliseconds) }),
  };
}
