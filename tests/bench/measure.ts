import { callFunction } from '../support/call-function.ts';

/** The least that a callable does: it is reached, reads who calls, finds no such operation, and says so. */
export async function emptyCall(token: string): Promise<void> {
  const answer = await callFunction('api/nothing', {}, token);
  if (answer.ok || answer.details.reason !== 'unknown-operation') throw new Error('An empty call is not empty.');
}

/** How long work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
