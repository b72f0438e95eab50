import type { Proof } from './proof.ts';

/** The proof as rows of two: what was done, and what came of it. */
export function rowsOf(proof: Proof): readonly (readonly [string, string])[] {
  const { mutants, booleans, callables } = proof;
  return [
    ['Cells of the matrix: who, where, which verb, in which state', count(proof.cells)],
    ['Random operations on which oracle and emulator agree', `${count(proof.operations)}, seed ${proof.seed}`],
    [
      'Mutants of the rules that the tests noticed',
      `${count(mutants.killed)} of ${count(mutants.total)}; ${count(mutants.equivalent)} can’t be told from the rules`,
    ],
    ['Expressions of the rules seen both true and false', `${count(booleans.both)} of ${count(booleans.total)}`],
    ...Object.entries(proof.revocationMs).map(
      ([act, ms]) => [`An old token works after: ${act}${wayOf(act)}`, `${count(ms)} ms`] as const,
    ),
    [
      'Operations and functions asked as everybody, and calls judged',
      `${count(callables.functions)}, ${count(callables.cases)}`,
    ],
    ['Hash of the rules', `\`${proof.rulesSha256.slice(0, 12)}\``],
  ];
}

/**
 * Acts that are measured by the module that owns the access document: the deletion has no operation yet, and the end of a door
 * ends every visit, while a colleague's that goes on is the control.
 */
const byModule: ReadonlySet<string> = new Set(['delete', 'supportClosed', 'supportExpiry']);

const wayOf = (act: string): string => (byModule.has(act) ? ' (by its module)' : '');

function count(value: number): string {
  return value.toLocaleString('en');
}

/** The same for a page. */
export function markdownOf(proof: Proof): string {
  const rows = rowsOf(proof).map((cells) => `| ${cells.join(' | ')} |`);
  return ['| what `npm run prove` does | what came of it |', '| --- | --- |', ...rows].join('\n');
}
