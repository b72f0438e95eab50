import { openProject } from '../../support/rules/project.ts';
import type { Judge } from '../../../scripts/rules-mutants/runner/judgement.ts';
import { firstDisagreement } from '../oracle/first-disagreement.ts';

/** Random worlds for rulesets that no cell tells from the rules. */
export type Worlds = {
  /** How many operations each ruleset is asked. */
  readonly operations: number;
  /** The first operation on which a ruleset parts from the oracle, in words; `undefined` when there is none. */
  readonly disagreementOf: (rules: string) => Promise<string | undefined>;
};

/** Worlds in a project of this name, the same ones for the same seed. Nobody else may use the project meanwhile. */
export function worldsIn(name: string, asked: { readonly operations: number; readonly seed: number }): Worlds {
  return {
    operations: asked.operations,
    // Emptied each time: what a ruleset let through that the oracle would not have is in no later world.
    disagreementOf: async (rules) => (await firstDisagreement(await openProject(name, rules), asked))?.words,
  };
}

/** Shows random worlds what a judge lets live: they ask combinations that nobody wrote down. */
export function withWorlds(judge: Judge, worlds: Worlds): Judge {
  return async (mutant) => {
    const judgement = await judge(mutant);
    if (judgement.verdict !== 'survived') return judgement;
    const words = await worlds.disagreementOf(mutant.source);
    return words === undefined
      ? { verdict: 'survived', asked: judgement.asked + worlds.operations }
      : { verdict: 'killed', by: words };
  };
}
