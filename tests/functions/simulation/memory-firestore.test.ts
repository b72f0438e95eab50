import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { everythingIn, perform } from '../../support/simulation/differential/perform.ts';
import {
  outcomesOf,
  outcomesOfOneGivenUp,
  pairFrom,
  serialOutcomes,
} from '../../support/simulation/differential/pairs.ts';
import { type Step, stepFrom } from '../../support/simulation/differential/steps.ts';
import { numbersFrom } from '../../support/simulation/interleaver.ts';
import { MemoryFirestore } from '../../support/simulation/memory-firestore.ts';

const seed = Number(process.env.SIMULATION_SEED ?? Date.now() % 2 ** 31);
const sequences = 12;
/** Those in which the two have differed: a sum in a map that an update writes whole begins anew. */
const onceDifferent = [104_788_400];
const stepsOfEach = 40;
const pairs = 20;
const triesOfEach = 5;

/** The emulators' database, asked in the words that the one in memory knows. */
const emulated = () => database() as unknown as MemoryFirestore;
const inMemory = (atomic = true) => new MemoryFirestore({ gate: () => new Promise((go) => setImmediate(go)), atomic });
const seeds = (count: number) => Array.from({ length: count }, (_, index) => seed + index);

/** What a step comes to: what was read, or the code of the refusal; of one by the SDK itself, that it was one. */
async function outcomeOf(at: MemoryFirestore, collection: string, step: Step): Promise<object> {
  try {
    return { seen: await perform(at, collection, step) };
  } catch (thrown) {
    return { refused: (thrown as { code?: unknown }).code ?? 'by the SDK' };
  }
}

describe('the database in memory', () => {
  test.concurrent.for([...seeds(sequences), ...onceDifferent])(
    'answers, refuses and keeps what the emulator does (seed %i)',
    async (luck) => {
      const next = numbersFrom(luck);
      const collection = `differential-${randomUUID()}`;
      const memory = inMemory();
      const databases = [memory, emulated()];
      for (let count = 0; count < stepsOfEach; count += 1) {
        const step = stepFrom(next);
        const [simulated, real] = await Promise.all(databases.map((each) => outcomeOf(each, collection, step)));
        expect({ step, ...simulated }).toEqual({ step, ...real });
        const [held, kept] = await Promise.all(databases.map((each) => everythingIn(each, collection)));
        expect({ step, held }).toEqual({ step, held: kept });
      }
    },
  );

  test('lets two transactions at once come to what one after the other would, as the emulator does', async () => {
    const came = await Promise.all([
      ...seeds(pairs).map((luck) => broken(emulated(), luck)),
      ...seeds(pairs * 20).map((luck) => broken(inMemory(), luck)),
    ]);
    expect(came.filter((each) => each !== undefined)).toEqual([]);
  });

  test('would not without transactions: a pair is found that comes to something else', async () => {
    const came = await Promise.all(seeds(pairs * 5).map((luck) => broken(inMemory(false), luck)));
    expect(came.filter((each) => each !== undefined)).not.toEqual([]);
  });
});

/**
 * What two transactions at once came to, where it is nothing that one after the other would. The emulator may give one up that
 * the SDK does not try again: that must have done nothing, and both are asked anew.
 */
async function broken(at: MemoryFirestore, luck: number): Promise<object | undefined> {
  const pair = pairFrom(numbersFrom(luck));
  const serial = await serialOutcomes(inMemory, pair);
  const ofGivenUp = await outcomesOfOneGivenUp(inMemory, pair);
  let came: unknown;
  for (let asked = 0; asked < triesOfEach; asked += 1) {
    came = await outcomesOf(at, pair);
    if (serial.some((each) => isDeepStrictEqual(each, came))) return undefined;
    if (!ofGivenUp.some((each) => isDeepStrictEqual(each, came))) break;
  }
  return { luck, pair, came, serial };
}
