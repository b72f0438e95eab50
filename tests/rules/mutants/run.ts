import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutantsOf, placeLine, type Mutant } from '../../../scripts/rules-mutants/mutants.ts';
import { listed } from '../../../scripts/rules-mutants/runner/equivalents.ts';
import type { Judge } from '../../../scripts/rules-mutants/runner/judgement.ts';
import { runMutants } from '../../../scripts/rules-mutants/runner/run.ts';
import { summary } from '../../../scripts/rules-mutants/runner/summary.ts';
import { matrixCells } from '../matrix/cells.ts';
import { chooseFrom } from './cells/cell-choice.ts';
import { equivalents } from './equivalents.ts';
import { extraCells } from './cells/extra-cells.ts';
import { gateCells, gatedRules, isGate } from './gate.ts';
import { judgeIn, soundness } from './judge.ts';
import { openLane } from './lane.ts';
import { withWorlds, worldsIn, type Worlds } from './worlds.ts';

/**
 * `node tests/rules/mutants/run.ts`, inside a stack: makes every mutant of `firestore.rules` and asks it the cells of
 * the matrix, and random worlds what those let live. Exits with 1 when one survives that is not listed as equivalent, or
 * when that list is wrong. The seed of the worlds is `ORACLE_SEED`, a whole number.
 *
 *   --operator x    those of one operator alone
 *   --only id       one mutant, and which cell noticed it
 *   --equivalents   those that are listed as equivalent alone
 *   --thorough      asks those that are listed as equivalent every cell too, and more worlds
 *   --json file     writes the outcome
 *   --width n       so many at a time
 */
const { values: asked } = parseArgs({
  options: {
    thorough: { type: 'boolean' },
    equivalents: { type: 'boolean' },
    operator: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    width: { type: 'string' },
  },
});
const width = Number(asked.width ?? 4);

const cells = [...matrixCells(), ...extraCells(), ...gateCells];
const equivalentOf = listed(equivalents);
const isWanted = (mutant: Mutant): boolean =>
  (asked.operator === undefined || mutant.operator === asked.operator) &&
  (asked.only === undefined || mutant.id === asked.only) &&
  (!asked.equivalents || equivalentOf(mutant) !== undefined);
const isWhole = asked.operator === undefined && asked.only === undefined && !asked.equivalents;
const mutants = mutantsOf(gatedRules).filter((mutant) => !isGate(mutant.place) && isWanted(mutant));
console.log(`${mutants.length} mutants, ${cells.length} cells`);

// A run that was ended before its time may have left its projects locked.
const name = `mutants-${process.pid}`;
const choice = chooseFrom(cells);
const original = await openLane(`${name}-original`, cells, gatedRules);
const asksWorlds = { operations: asked.thorough ? 3_000 : 600, seed: Number(process.env['ORACLE_SEED'] ?? 1) };
const worldsOf = (lane: string): Worlds => worldsIn(`${name}-${lane}-worlds`, asksWorlds);
const disagreement = await worldsOf('original').disagreementOf(gatedRules);
if (disagreement !== undefined) throw new Error(`The rules themselves part from the oracle. ${disagreement}`);
const lanes = await Promise.all(
  Array.from({ length: width }, (_, index) => openLane(`${name}-${index}`, cells, gatedRules)),
);
const isSound = soundness(original);
const isListed = (mutant: Mutant): boolean => !asked.thorough && equivalentOf(mutant) !== undefined;
const outcome = await runMutants({
  mutants,
  judges: lanes.map((lane, index) =>
    told(withWorlds(judgeIn(lane, choice, isSound, isListed), worldsOf(String(index)))),
  ),
  equivalents,
  whole: isWhole,
  tell: (line) => console.log(line),
});
for (const lane of [original, ...lanes]) await lane.close();

console.log(summary(outcome));
for (const complaint of outcome.complaints) console.log(complaint);
if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(outcome, undefined, 2)}\n`);
process.exitCode = outcome.complaints.length > 0 || outcome.total === 0 ? 1 : 0;

/** Of one mutant one wants to know which cell noticed. */
function told(judge: Judge): Judge {
  if (asked.only === undefined) return judge;
  return async (mutant) => {
    const judgement = await judge(mutant);
    console.log(placeLine(mutant), judgement);
    return judgement;
  };
}
