import fc from 'fast-check';
import { type Act, acts } from './acts.ts';
import { type Handlers, loadHandlers, type Outside, type Weakness } from './handlers.ts';
import { numbersFrom } from './interleaver.ts';
import { faultAfterCommit, faultsAtRest } from './judge.ts';
import type { MemoryFirestore } from './memory-firestore.ts';
import { play, type Weather } from './play.ts';
import { openWorld } from './world.ts';

/** A history and its luck: all that a run depends on. */
type History = { readonly acts: readonly Act[]; readonly weather: Weather; readonly luck: number };

const shares = fc.constantFrom(0, 0.1, 0.3);
const histories: fc.Arbitrary<History> = fc.record({
  acts: fc.array(acts, { minLength: 1, maxLength: 12 }),
  weather: fc.record({ duplicated: fc.constantFrom(0, 0.5, 1), dropped: shares, killed: shares }),
  luck: fc.nat(),
});

export type SimulationOptions = {
  readonly runs: number;
  readonly seed: number;
  readonly weakness?: Weakness | 'transaction';
};

/** What a simulation came to: how many histories were played, and of the first that went wrong what and how, made small. */
export type Simulated = { readonly histories: number; readonly fault?: string };

/** Plays so many histories, each to rest, and judges each. Stops at the first that is wrong. */
export async function simulate({ runs, seed, weakness }: SimulationOptions): Promise<Simulated> {
  let outside: Outside | undefined;
  const handlers = await loadHandlers(
    () => {
      if (!outside) throw new Error('No history is played.');
      return outside;
    },
    weakness === 'transaction' ? undefined : weakness,
  );
  let played = 0;
  const judge = async (history: History): Promise<void> => {
    played += 1;
    const faults = await faultsOf(history, handlers, (world) => (outside = world), weakness !== 'transaction');
    if (faults.length > 0) throw new Error(faults.join('\n'));
  };
  const outcome = await fc.check(fc.asyncProperty(histories, judge), { numRuns: runs, seed, endOnFailure: false });
  if (!outcome.failed) return { histories: played };
  return { histories: played, fault: `${String(outcome.errorInstance)}\n${fc.defaultReportMessage(outcome) ?? ''}` };
}

async function faultsOf(
  { acts: history, weather, luck }: History,
  handlers: Handlers,
  enter: (world: Outside) => void,
  atomic: boolean,
): Promise<string[]> {
  const next = numbersFrom(luck);
  const broken = new Set<string>();
  const onCommit = (database: MemoryFirestore): void => {
    const fault = faultAfterCommit(database);
    if (fault !== undefined) broken.add(fault);
  };
  const world = await openWorld(next, { atomic, onCommit });
  enter(world);
  const played = await play(world, handlers, history, weather, next);
  return [...broken, ...faultsAtRest(world, played)];
}
