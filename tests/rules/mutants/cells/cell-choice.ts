import { createHash } from 'node:crypto';
import type { Mutant } from '../../../../scripts/rules-mutants/mutants.ts';
import type { Cell } from '../../matrix/cells.ts';
import { reaches } from '../reach.ts';

/** Chooses for each mutant the cells that can tell it from the rules, those that probably do first. */
export type CellChoice = {
  readonly cellsFor: (mutant: Mutant) => readonly Cell[];
  /** Says which cell told a mutant from the rules: the next ones in the same place are shown to it first. */
  readonly remember: (mutant: Mutant, killer: Cell) => void;
};

/** How many cells that told neighbours apart come before all others. */
const recent = 12;

export function chooseFrom(cells: readonly Cell[]): CellChoice {
  const inOrder = scattered(cells);
  const chosen = new Map<string, readonly Cell[]>();
  const killers = new Map<string, readonly Cell[]>();

  const reachedBy = ({ reach }: Mutant): readonly Cell[] => {
    const key = JSON.stringify(reach);
    const known = chosen.get(key) ?? mostTellingFirst(inOrder.filter(({ operation }) => reaches(operation, reach)));
    chosen.set(key, known);
    return known;
  };

  return {
    cellsFor: (mutant) => {
      const reached = reachedBy(mutant);
      const can = new Set(reached);
      const first = (killers.get(mutant.place) ?? []).filter((cell) => can.has(cell));
      return [...new Set([...first, ...reached])];
    },
    remember: ({ place }, killer) => {
      const before = (killers.get(place) ?? []).filter((cell) => cell !== killer);
      killers.set(place, [killer, ...before].slice(0, recent));
    },
  };
}

/**
 * Cells in an order in which the first few show every person once and every request once: most mutants are told by whom
 * they let in or what they let through, and few by one person's one request.
 */
function mostTellingFirst(cells: readonly Cell[]): readonly Cell[] {
  const counts = new Map<string, number>();
  const next = (key: string): number => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
  const ranked = cells.map((cell) => ({
    cell,
    rank: Math.min(next(`${cell.row} ${cell.expected}`), next(`${askOf(cell)} ${cell.expected}`)),
  }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ cell }) => cell);
}

/** The same order at every run, in which neighbours are strangers. */
function scattered(cells: readonly Cell[]): readonly Cell[] {
  const keyed = cells.map((cell) => ({ cell, key: createHash('md5').update(cell.name).digest('hex') }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ cell }) => cell);
}

/** What is asked, whoever asks it. */
function askOf({ name, row }: Cell): string {
  return name.startsWith(row) ? name.slice(row.length) : name;
}
