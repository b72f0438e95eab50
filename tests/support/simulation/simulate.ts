import fc from 'fast-check';
import { type Act, allHistories } from './acts/acts.ts';
import { type Handlers, loadHandlers, type Outside, type Weakness } from './handlers.ts';
import { numbersFrom } from './interleaver.ts';
import { faultAfterCommit, faultsAtRest } from './judge.ts';
import type { MemoryFirestore } from './memory-firestore.ts';
import { play, type Played, type Weather } from './play.ts';
import { type AfterRetries, openWorld } from './world.ts';

/** A history and its luck: all that a run depends on. */
export type History = {
  readonly acts: readonly Act[];
  readonly afterRetries: AfterRetries;
  readonly weather: Weather;
  readonly luck: number;
};

const shares = fc.constantFrom(0, 0.1, 0.3);
export const historiesOf = (acts: fc.Arbitrary<readonly Act[]>): fc.Arbitrary<History> =>
  fc.record({
    acts,
    afterRetries: fc.constantFrom('unpaid', 'past_due', 'canceled'),
    weather: fc.record({ duplicated: fc.constantFrom(0, 0.5, 1), dropped: shares, killed: shares }),
    luck: fc.nat(),
  });

export type SimulationOptions = {
  readonly runs: number;
  readonly seed: number;
  readonly weakness?: Weakness | 'transaction';
  /** What people do in these histories; everything without it. */
  readonly of?: fc.Arbitrary<readonly Act[]>;
};

/** What a simulation came to: how many histories were played, and of the first that went wrong what and how, made small. */
export type Simulated = { readonly histories: number; readonly fault?: string };

/** Plays so many histories, each to rest, and judges each. Stops at the first that is wrong. */
export async function simulate({ runs, seed, weakness, of = allHistories }: SimulationOptions): Promise<Simulated> {
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
  const outcome = await fc.check(fc.asyncProperty(historiesOf(of), judge), {
    numRuns: runs,
    seed,
    // What is to be found by a weakness need not be made small.
    endOnFailure: weakness !== undefined,
  });
  if (!outcome.failed) return { histories: played };
  return { histories: played, fault: `${String(outcome.errorInstance)}\n${fc.defaultReportMessage(outcome) ?? ''}` };
}

async function faultsOf(
  { acts: history, afterRetries, weather, luck }: History,
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
  const world = await openWorld(next, { atomic, onCommit, afterRetries });
  enter(world);
  const judge = (played: Played): void => faultsAtRest(world, played).forEach((fault) => broken.add(fault));
  judge(await play(world, handlers, history, weather, next, judge));
  return [...broken];
}
