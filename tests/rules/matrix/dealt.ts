import type { Cell } from './cells.ts';

/** Every cell is put to the emulator, as `npm run prove` wants it. Otherwise those that differ in who asks alone are dealt out. */
const whole = process.env.RULES_MATRIX === 'whole';
/** Of those to whom a tenant denies the same, one in so many asks. */
const share = 4;

/**
 * Which cells are put to the emulator: whatever is allowed, all that is asked in the tenant that is at work, and each question that
 * another tenant denies, by one in four of those to whom it does; nobody asks nothing. What all of them are to be answered, the oracle is asked in any case.
 */
export function dealt(cells: readonly Cell[], all = whole): readonly Cell[] {
  if (all) return cells;
  const groups = (by: (cell: Cell) => string) => Object.values(Object.groupBy(cells.filter(isDealt), by)) as Cell[][];
  const oneOfEach = groups(({ row }) => row).flatMap((ofRow, row) => ofRow[row % ofRow.length] ?? []);
  const asked = new Set([...groups(questionOf).flatMap(oneInFour), ...oneOfEach]);
  return cells.filter((cell) => !isDealt(cell) || asked.has(cell));
}

/** What is asked, whoever asks. */
export const questionOf = ({ tenant, kind, verb, matches, expected }: Cell): string =>
  JSON.stringify([tenant, kind, verb, matches, expected]);

const isDealt = ({ tenant, expected }: Cell): boolean => expected === 'deny' && tenant !== 'active' && tenant !== null;

/** Begins with another of them for each question, so that it is not always the same person who asks. */
const oneInFour = (cells: readonly Cell[], question: number): Cell[] =>
  cells.filter((_, index) => index % share === question % Math.min(share, cells.length));
