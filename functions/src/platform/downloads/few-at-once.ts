import { Refusal } from '../operations/errors.ts';

/** Of the ten that an instance serves at the same time. */
const perPerson = 3;

const running = new Map<string, number>();

/**
 * Runs what is long and holds a place of the instance's, a few at once of a person: whoever reads slowly leaves places to others.
 * Counted in memory, since it is this instance's places that are kept free. Throws `rate`.
 */
export async function fewAtOnce<T>(uid: string, run: () => Promise<T>): Promise<T> {
  const present = running.get(uid) ?? 0;
  if (present >= perPerson) {
    const retryAfterSeconds = 60;
    const message = `You take ${perPerson} downloads already. Wait until one has ended.`;
    throw new Refusal('rate', message, { retryAfterSeconds });
  }
  running.set(uid, present + 1);
  try {
    return await run();
  } finally {
    const left = (running.get(uid) ?? 1) - 1;
    if (left > 0) running.set(uid, left);
    else running.delete(uid);
  }
}
