import fc from 'fast-check';
import type { Firestore } from 'firebase-admin/firestore';
import { AsyncLocalStorage } from 'node:async_hooks';
import { allHistories } from '../acts/acts.ts';
import { loadHandlers, type Handlers, type Outside } from '../handlers.ts';
import { numbersFrom } from '../interleaver.ts';
import { faultsAtRest } from '../judge.ts';
import { play } from '../play.ts';
import { type History, historiesOf } from '../simulate.ts';
import { openWorld } from '../world.ts';
import { EmulatedFirestore } from './emulated-firestore.ts';

/** A history's beginning is a history; what comes of the twelfth act costs as much as all before. */
const actsAtMost = 3;

/**
 * Plays so many histories of the simulation upon databases of the emulators, one of its own for each, some at once. Nobody is killed in
 * them: who dies within a transaction leaves its locks there until they time out. Answers what was wrong at rest, by history.
 */
export async function playEmulated(
  { runs, seed, atOnce }: { readonly runs: number; readonly seed: number; readonly atOnce: number },
  open: (history: number) => Firestore,
): Promise<string[]> {
  const worlds = new AsyncLocalStorage<Outside>();
  const handlers = await loadHandlers(() => {
    const world = worlds.getStore();
    if (!world) throw new Error('No history is played.');
    return world;
  });
  const queue = fc.sample(historiesOf(allHistories), { numRuns: runs, seed }).entries();
  const faults: string[] = [];
  const workOff = async (): Promise<void> => {
    for (const [index, whole] of queue) {
      const history = { ...whole, acts: whole.acts.slice(0, actsAtMost) };
      const found = await faultsOf(history, handlers, worlds, open(index));
      faults.push(...found.map((fault) => `history ${index} of seed ${seed}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOff));
  return faults;
}

async function faultsOf(
  { acts: history, afterRetries, weather, luck }: History,
  handlers: Handlers,
  worlds: AsyncLocalStorage<Outside>,
  real: Firestore,
): Promise<string[]> {
  const next = numbersFrom(luck);
  const world = await openWorld(next, {
    database: (gate: () => Promise<void>) => new EmulatedFirestore(real, gate),
    afterRetries,
  });
  const played = await worlds.run(world, () => play(world, handlers, history, { ...weather, killed: 0 }, next));
  await world.database.look();
  return faultsAtRest(world, played);
}
