import { setTimeout as wait } from 'node:timers/promises';

/** Waits some time of up to so many milliseconds, so that those who lost a race together don't run it together again. */
export async function pause(upToMilliseconds: number): Promise<void> {
  await wait(Math.random() * upToMilliseconds);
}
