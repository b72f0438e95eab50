import { setTimeout as sleep } from 'node:timers/promises';
import { controlDocuments } from '../data/documents.ts';
import { runInControlPlane } from '../data/transactions.ts';
import { Refusal } from '../operations/errors.ts';
import { marksOf } from './marks.ts';
import { writerLifetimeMilliseconds } from './sync-claims.ts';

const waitMilliseconds = 15_000;

/**
 * Waits until nobody changes a membership of this person: then the list of their memberships holds all of them. Marks of
 * writers that must be dead don't count. Throws `contention` when one is still at it after 15 s.
 */
export async function writersDone(uid: string): Promise<void> {
  const began = Date.now();
  while (await isWritten(uid)) {
    if (Date.now() - began > waitMilliseconds) {
      throw new Refusal(
        'contention',
        'Something else of yours is still being done. Sign in and try again in a minute.',
      );
    }
    await sleep(200);
  }
}

async function isWritten(uid: string): Promise<boolean> {
  const record = await runInControlPlane((control) => control.get(controlDocuments.userClaims(uid)));
  return marksOf(record ?? {}).some(({ at }) => Date.now() - at <= writerLifetimeMilliseconds);
}
