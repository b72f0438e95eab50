import { randomUUID } from 'node:crypto';
import type { MemoryFirestore } from '../memory-firestore.ts';
import { everythingIn } from './perform.ts';

/** A transaction that reads some numbers, how many of all are large, and makes something of it that tells in which order it ran. */
type Program = {
  readonly reads: readonly string[];
  readonly countsLarge: boolean;
  readonly factor: number;
  readonly writes: readonly { readonly id: string; readonly verb: 'set' | 'create' | 'delete' }[];
};
export type Pair = readonly [Program, Program];

const ids = ['a', 'b', 'c'];
const start = [
  ['a', 3],
  ['b', 11],
] as const;

/** Two transactions as chance has them. */
export function pairFrom(next: () => number): Pair {
  const one = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const program = (factor: number): Program => ({
    reads: ids.filter(() => next() < 0.5),
    countsLarge: next() < 0.4,
    factor,
    writes: ids
      .filter(() => next() < 0.5)
      .map((id) => ({ id, verb: id === 'c' ? one(['set', 'create', 'delete']) : 'set' })),
  });
  return [program(2), program(7)];
}

/** What a collection holds, and how each ended, when both ran at once. */
export async function outcomesOf(database: MemoryFirestore, pair: Pair): Promise<unknown> {
  const collection = await begun(database);
  const ends = await Promise.all(pair.map((program) => endOf(database, collection, program)));
  return { ends, holds: await everythingIn(database, collection) };
}

/** The same for one after the other, in both orders. */
export async function serialOutcomes(open: () => MemoryFirestore, [first, second]: Pair): Promise<unknown[]> {
  const oneByOne = async (programs: Pair, turned: boolean): Promise<unknown> => {
    const database = open();
    const collection = await begun(database);
    const ends = [await endOf(database, collection, programs[0]), await endOf(database, collection, programs[1])];
    return { ends: turned ? ends.toReversed() : ends, holds: await everythingIn(database, collection) };
  };
  return [await oneByOne([first, second], false), await oneByOne([second, first], true)];
}

/** What the SDK is told when the emulator ends one of two that wait for each other; it takes other words for a reason to try again. */
const givenUp = 3;

/** The same where the emulator gave one of them up, or both: that one has done nothing. */
export async function outcomesOfOneGivenUp(open: () => MemoryFirestore, pair: Pair): Promise<unknown[]> {
  const without = async (isGivenUp: readonly boolean[]): Promise<unknown> => {
    const database = open();
    const collection = await begun(database);
    const ends: unknown[] = [];
    for (const [index, program] of pair.entries())
      ends.push(isGivenUp[index] ? givenUp : await endOf(database, collection, program));
    return { ends, holds: await everythingIn(database, collection) };
  };
  return [await without([true, false]), await without([false, true]), await without([true, true])];
}

async function begun(database: MemoryFirestore): Promise<string> {
  const collection = `pair-${randomUUID()}`;
  await Promise.all(start.map(([id, n]) => database.doc(`${collection}/${id}`).set({ n })));
  return collection;
}

/** `done`, or the code of the refusal. */
async function endOf(database: MemoryFirestore, collection: string, program: Program): Promise<unknown> {
  try {
    await run(database, collection, program);
    return 'done';
  } catch (thrown) {
    return (thrown as { code?: unknown }).code;
  }
}

function run(
  database: MemoryFirestore,
  collection: string,
  { reads, countsLarge, factor, writes }: Program,
): Promise<void> {
  return database.runTransaction(async (transaction) => {
    let sum = 1;
    for (const id of reads) {
      const found = await transaction.get(database.doc(`${collection}/${id}`));
      sum += Number(found.data()?.n ?? 0);
    }
    if (countsLarge) sum += 100 * (await transaction.get(database.collection(collection).where('n', '>', 10))).size;
    for (const { id, verb } of writes) {
      const doc = database.doc(`${collection}/${id}`);
      if (verb === 'delete') transaction.delete(doc);
      else transaction[verb](doc, { n: sum * factor });
    }
  });
}
