import { expect, test } from 'vitest';
import { type Looked, lookBack, notLooked } from './look-back.ts';

type Entry = NonNullable<Looked['last']>;

/** A log of so many entries, newest first; each is found whose number is a multiple of `every`. */
function logOf(length: number, every: number) {
  const log = Array.from({ length }, (_, index) => ({ id: `${length - index}`, seq: length - index }) as Entry);
  const reads: number[] = [];
  let seen: Looked = notLooked;
  const control = new AbortController();
  const tools = {
    read: (after: Entry | undefined, limit: number) => {
      const start = after ? log.findIndex(({ id }) => id === after.id) + 1 : 0;
      reads.push(start);
      return Promise.resolve(log.slice(start, start + limit));
    },
    matches: ({ seq }: { readonly seq: number }) => seq % every === 0,
    onProgress: (looked: Looked) => {
      seen = looked;
    },
    signal: control.signal,
  };
  return { step: () => lookBack(seen, tools), seen: () => seen, reads, control };
}

test('a search looks two thousand entries back in one step, and goes on where it stopped until the log is whole', async () => {
  const { step, seen, reads } = logOf(5_200, 1_000);
  await step();
  expect([seen().entries, seen().whole, seen().found.map(({ seq }) => seq)]).toEqual([2_000, false, [5_000, 4_000]]);
  await step();
  expect([seen().entries, seen().whole]).toEqual([4_000, false]);
  await step();
  expect([seen().entries, seen().whole]).toEqual([5_200, true]);
  expect(seen().found.map(({ seq }) => seq)).toEqual([5_000, 4_000, 3_000, 2_000, 1_000]);
  expect(reads).toEqual([0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500, 5_000]);
  await step();
  expect(reads).toHaveLength(11);
});

test('a step ends when it has found a page full', async () => {
  const { step, seen } = logOf(5_000, 10);
  await step();
  expect([seen().entries, seen().found.length]).toEqual([500, 50]);
});

test('a search that was given up tells and reads nothing more', async () => {
  const { step, seen, reads, control } = logOf(5_000, 10);
  const looking = step();
  control.abort();
  await looking;
  expect([seen().entries, reads.length]).toEqual([0, 1]);
});
