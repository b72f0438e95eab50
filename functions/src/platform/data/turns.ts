import { setTimeout as wait } from 'node:timers/promises';

/** Nobody waits longer for their turn: a transaction that hangs delays the others of its tenant and stops none. */
const patienceMilliseconds = 5_000;

/** By key: settles when everybody who came so far is done. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs works of one key one after the other within this instance, in the order they came.
 *
 * Transactions of one tenant meet at the same documents (its counters, its access, a product). At once they hold each
 * other's locks until these time out, and start again together: 40 orders at once took over a minute on the emulator,
 * in turn four seconds. Other instances still meet in the database, which judges as before.
 */
export async function inTurn<T>(
  key: string,
  work: () => Promise<T>,
  patience: number = patienceMilliseconds,
): Promise<T> {
  const { promise: mine, resolve: leave } = Promise.withResolvers<void>();
  const before = queues.get(key);
  // Its value is dropped: an array in an array for each one who came would grow as long as the queue never empties.
  const everybody = Promise.all([before, mine]).then(() => undefined);
  queues.set(key, everybody);
  try {
    if (before) await atMost(before, patience);
    return await work();
  } finally {
    leave();
    if (queues.get(key) === everybody) queues.delete(key);
  }
}

async function atMost(turn: Promise<unknown>, milliseconds: number): Promise<void> {
  const enough = new AbortController();
  const given = wait(milliseconds, undefined, { signal: enough.signal, ref: false }).catch(() => undefined);
  await Promise.race([turn, given]);
  enough.abort();
}
