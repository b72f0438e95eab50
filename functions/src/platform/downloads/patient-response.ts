import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../operations/errors.ts';

/** An answer that is written as its reader takes it, and how many milliseconds a reader may take nothing at all. */
export type PatientResponse = { readonly response: Writable; readonly patience: number };

/** Waits while the reader is behind. Throws when it has gone, or takes nothing. */
export async function writeLine(to: PatientResponse, line: string): Promise<void> {
  if (to.response.destroyed) throw new Refusal('contention', 'The download was given up.');
  if (!to.response.write(`${line}\n`)) await taken(to, 'drain');
}

/** Ends the answer, once all of it was taken: until then it holds a place of the instance's. Throws as `writeLine` does. */
export async function endLines(to: PatientResponse): Promise<void> {
  to.response.end();
  if (!to.response.writableFinished) await taken(to, 'finish');
}

async function taken({ response, patience }: PatientResponse, event: 'drain' | 'finish'): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const how = await Promise.race([
    once(response, event, { signal }).then(() => 'taken'),
    once(response, 'close', { signal }).then(() => 'given up'),
    wait(patience, 'left', { signal }),
  ]);
  waiting.abort();
  if (how !== 'taken') throw new Refusal('contention', `The download was ${how}.`);
}
