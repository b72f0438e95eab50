import fc from 'fast-check';
import type { Outside } from '../handlers.ts';
import { numbersFrom } from '../interleaver.ts';
import type { MemoryFirestore } from '../memory-firestore.ts';
import type { Simulated } from '../simulate.ts';
import { openWorld } from '../world.ts';
import { type UsageAct, usageActs } from './acts.ts';
import { loadUsageHandlers, type UsageWeakness } from './handlers.ts';
import { usageFaultAfterCommit, usageFaultsAtRest } from './judge.ts';
import { playUsage } from './play.ts';

type History = { readonly acts: readonly UsageAct[]; readonly killed: number; readonly luck: number };

const histories: fc.Arbitrary<History> = fc.record({
  acts: fc.array(usageActs, { minLength: 1, maxLength: 30 }),
  killed: fc.constantFrom(0, 0.2, 0.5),
  luck: fc.nat(),
});

export type UsageSimulationOptions = {
  readonly runs: number;
  readonly seed: number;
  readonly weakness?: UsageWeakness | 'transaction';
};

/** Plays so many histories of usage, each to rest, and judges each. Stops at the first that is wrong, made small. */
export async function simulateUsage({ runs, seed, weakness }: UsageSimulationOptions): Promise<Simulated> {
  let outside: Outside | undefined;
  const handlers = await loadUsageHandlers(
    () => {
      if (!outside) throw new Error('No history is played.');
      return outside;
    },
    weakness === 'transaction' ? undefined : weakness,
  );
  let played = 0;
  const judge = async ({ acts, killed, luck }: History): Promise<void> => {
    played += 1;
    const next = numbersFrom(luck);
    const broken = new Set<string>();
    const onCommit = (database: MemoryFirestore): void => {
      const fault = usageFaultAfterCommit(database);
      if (fault !== undefined) broken.add(fault);
    };
    const world = await openWorld(next, { atomic: weakness !== 'transaction', onCommit });
    outside = world;
    const { done, customer } = await playUsage(world, handlers, acts, killed, next);
    const faults = [...broken, ...usageFaultsAtRest(world, done, customer)];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  };
  const outcome = await fc.check(fc.asyncProperty(histories, judge), {
    numRuns: runs,
    seed,
    // What is to be found by a weakness need not be made small.
    endOnFailure: weakness !== undefined,
  });
  if (!outcome.failed) return { histories: played };
  return { histories: played, fault: `${String(outcome.errorInstance)}\n${fc.defaultReportMessage(outcome) ?? ''}` };
}
