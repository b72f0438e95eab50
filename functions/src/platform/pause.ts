import { setTimeout as wait } from 'node:timers/promises';

/** Waits some time of up to so many milliseconds, so that those who lost a race together don't run it together again. */
export async function pause(upToMilliseconds: number): Promise<void> {
  await wait(Math.random() * upToMilliseconds);
}

/** Waits until a moment, in milliseconds since the epoch; not at all when it has come, and never longer than ten seconds. */
export async function pauseUntil(moment: number): Promise<void> {
  const left = Math.min(moment - Date.now(), 10_000);
  if (left > 0) await wait(left);
}
