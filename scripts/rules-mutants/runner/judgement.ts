import type { Mutant } from '../mutants.ts';

/** What became of a mutant: some request was answered otherwise, none was, or it is no ruleset to begin with. */
export type Judgement =
  | { readonly verdict: 'killed'; readonly by: string }
  | { readonly verdict: 'survived'; readonly asked: number }
  | { readonly verdict: 'invalid'; readonly why: string };

/** Loads a mutant where nobody else is, asks it what the tests ask, and stops at the first wrong answer. */
export type Judge = (mutant: Mutant) => Promise<Judgement>;
