import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import { openProject, rules } from '../../support/rules/project.ts';
import { agree } from './agree.ts';
import { grants } from './tally.ts';

const { ORACLE_OPERATIONS = '2000', ORACLE_SEED = '20261121', ORACLE_PATH, ORACLE_RULES } = process.env;
const operations = Number(ORACLE_OPERATIONS);
const seed = Number(ORACLE_SEED);
/** Other rules than ours, in a file: to see what is found out about them. */
const judged = ORACLE_RULES === undefined ? rules : readFileSync(ORACLE_RULES, 'utf8');
/** At worst: a loaded machine, and the shrinking of a counterexample. */
const patience = 180_000 + operations * 60;

test(
  `the rules answer ${operations} random requests as the design does`,
  async () => {
    const project = await openProject('oracle', judged);
    const tally = await agree(project, { operations, seed, path: ORACLE_PATH });
    if (ORACLE_PATH !== undefined) return;
    recordFigures('operations', { operations: tally.total, seed });

    // What is asked must matter: a world in which everything is refused agrees with any rules that refuse.
    expect(tally.allowed / tally.total).toBeGreaterThan(0.25);
    expect(tally.allowed / tally.total).toBeLessThan(0.75);
    if (operations < 2_000) return;
    expect(tally.neverDenied()).toEqual(['get slugs/{slug}']);
    // In few operations a rare one may be missing.
    const missing = tally.neverAllowed();
    expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(operations < 10_000 ? grants.length / 10 : 0);
  },
  patience,
);
