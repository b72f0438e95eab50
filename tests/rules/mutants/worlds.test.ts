import { describe, expect, test } from 'vitest';
import { mutantsOf, type Mutant } from '../../../scripts/rules-mutants/mutants.ts';
import type { Judge } from '../../../scripts/rules-mutants/runner/judgement.ts';
import { rules } from '../../support/rules/project.ts';
import { withWorlds, worldsIn } from './worlds.ts';

/** Cells that notice nothing. */
const blind: Judge = async () => ({ verdict: 'survived', asked: 3 });

const judge = withWorlds(blind, worldsIn('mutants-worlds', { operations: 2_000, seed: 1 }));

function mutantWith(change: RegExp): Mutant {
  const mutant = mutantsOf(rules).find((candidate) => change.test(`${candidate.operator} ${candidate.change}`));
  if (!mutant) throw new Error(`No mutant is made by ${change}.`);
  return mutant;
}

describe('a mutant that every cell let live', () => {
  test('is killed by a random world that asks what they did not', async () => {
    const judgement = await judge(mutantWith(/claim\[1\] >= .* → nothing/));
    expect(judgement.verdict === 'killed' && judgement.by).toContain('The design says deny, the rules answer allow');
  });

  test('lives on when it is no other than the rules', async () => {
    const same = { ...mutantWith(/claim\[1\] >= .* → nothing/), source: rules };
    expect(await judge(same)).toEqual({ verdict: 'survived', asked: 2_003 });
  });
});
