import type { Mutant } from '../../../scripts/rules-mutants/mutants.ts';
import type { Judge } from '../../../scripts/rules-mutants/runner/judgement.ts';
import type { Cell } from '../matrix/cells.ts';
import type { CellChoice } from './cells/cell-choice.ts';
import type { Lane } from './lane.ts';

/**
 * How many cells a mutant is asked that is listed as equivalent: everybody has asked something by then, and everything
 * was asked by somebody. All other mutants are asked every cell that reaches them before they are called survivors.
 */
const enough = 1_500;

/**
 * Asks a mutant the cells that can reach it. A cell that kills is asked of the rules themselves too, once: only one that
 * they answer as expected says anything of a mutant.
 */
export function judgeIn(
  lane: Lane,
  choice: CellChoice,
  isSound: (cell: Cell) => Promise<boolean>,
  isListed: (mutant: Mutant) => boolean = () => false,
): Judge {
  return async (mutant) => {
    const why = await lane.load(mutant.source);
    if (why !== undefined) return { verdict: 'invalid', why };
    const reached = choice.cellsFor(mutant);
    const cells = isListed(mutant) ? reached.slice(0, enough) : reached;
    const wrong = await lane.firstWrong(cells);
    if (wrong === undefined) return { verdict: 'survived', asked: cells.length };
    if (!(await isSound(wrong.cell))) throw new Error(`The rules themselves fail "${wrong.cell.name}".`);
    choice.remember(mutant, wrong.cell);
    return { verdict: 'killed', by: `${wrong.cell.name}: ${wrong.answer}` };
  };
}

/** Asks cells of the rules themselves, each once. */
export function soundness(lane: Lane): (cell: Cell) => Promise<boolean> {
  const known = new Map<Cell, Promise<boolean>>();
  return (cell) => {
    const asked = known.get(cell) ?? lane.firstWrong([cell]).then((wrong) => wrong === undefined);
    known.set(cell, asked);
    return asked;
  };
}
