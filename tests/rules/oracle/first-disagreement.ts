import * as fc from 'fast-check';
import type { Project } from '../../support/rules/project.ts';
import { compare } from './compare.ts';
import { describeDisagreement } from './describe.ts';
import { operation, type Operation } from './operations/operation.ts';
import { enter, prepare } from './stage.ts';
import { facts, type Facts } from './worlds/world.ts';

/** Operations of one world before the next is entered: entering costs about as much as thirty of them. */
const perWorld = 60;

type Sample = readonly [Facts, readonly Operation[]];
const drawn = new Map<string, readonly Sample[]>();

/** The same worlds for the same seed; drawn once, however many projects they are tried on. */
function sample(seed: number, operations: number): readonly Sample[] {
  const key = `${seed}/${operations}`;
  const known = drawn.get(key);
  if (known) return known;
  const list = fc.array(operation, { minLength: perWorld, maxLength: perWorld });
  const samples = fc.sample(fc.tuple(facts, list), { seed, numRuns: Math.ceil(operations / perWorld) });
  drawn.set(key, samples);
  return samples;
}

export type Found = {
  /** How many operations were asked, up to the end of the world in which they disagreed. */
  readonly operations: number;
  readonly words: string;
};

/**
 * Tries the rules that a project has loaded on seeded random operations. Answers the first on which they part from the
 * oracle, or `undefined` when there is none. Without shrinking: for somebody who has many rulesets to try. The project's
 * documents are overwritten; those that are there already must not be of the worlds' names.
 */
export async function firstDisagreement(
  project: Project,
  { operations = 300, seed = 1 }: { readonly operations?: number; readonly seed?: number } = {},
): Promise<Found | undefined> {
  await prepare(project);
  let asked = 0;
  for (const [world, list] of sample(seed, operations)) {
    await enter(project, world);
    const { disagreement } = await compare(project, world, list);
    if (disagreement) {
      return { operations: asked + disagreement.index + 1, words: describeDisagreement(disagreement) };
    }
    asked += list.length;
  }
  return undefined;
}
