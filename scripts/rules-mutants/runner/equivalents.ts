import type { Mutant } from '../mutants.ts';

/** A mutant that grants what the rules grant, though it is written otherwise. Lines may move: none is named. */
export type Equivalent = Pick<Mutant, 'operator' | 'place' | 'change'> & {
  /** Why no request can tell it from the rules. */
  readonly reason: string;
};

const keyOf = ({ operator, place, change }: Pick<Mutant, 'operator' | 'place' | 'change'>): string =>
  JSON.stringify([operator, place, change]);

/** The list, to be asked by mutant. */
export function listed(equivalents: readonly Equivalent[]): (mutant: Mutant) => Equivalent | undefined {
  const byKey = new Map(equivalents.map((equivalent) => [keyOf(equivalent), equivalent]));
  return (mutant) => byKey.get(keyOf(mutant));
}

/** Entries that name none of these mutants, or are there twice: the rules have changed since they were written. */
export function stale(equivalents: readonly Equivalent[], mutants: readonly Mutant[]): readonly Equivalent[] {
  const present = new Set(mutants.map(keyOf));
  return equivalents.filter((equivalent) => !present.delete(keyOf(equivalent)));
}
