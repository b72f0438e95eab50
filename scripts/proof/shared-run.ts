import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Suite } from '../testing/suites.ts';
import { rulesSha256 } from './proof.ts';

/** What the proof puts to the test more thoroughly than every run does, and is the same in both but for that. */
export const sharedSuites = ['rules', 'simulation'] as const satisfies readonly Suite[];
export type SharedSuite = (typeof sharedSuites)[number];

export const defaultOperations = 20_000;
export const defaultSeed = 20_261_121;

/** By what these suites are told to be as thorough as the proof. */
export function thoroughly(
  figuresFolder: string,
  { operations = defaultOperations, seed = defaultSeed }: { readonly operations?: number; readonly seed?: number } = {},
): Readonly<Record<string, string>> {
  return {
    PROOF_FIGURES: figuresFolder,
    ORACLE_OPERATIONS: String(operations),
    ORACLE_SEED: String(seed),
    SIMULATION_RUNS: '2000',
    SIMULATION_SEED: String(seed),
  };
}

/**
 * The folder of a run of CI, in which `npm test` and then `npm run prove -- --ci` test the same commit: what the first
 * has put to the test as thoroughly as the second needs it is not done again. `PROOF_RUN` names it; `undefined` without.
 */
export function sharedRun(): string | undefined {
  return process.env.PROOF_RUN === '' ? undefined : process.env.PROOF_RUN;
}

const figuresOf = (folder: string, suite: SharedSuite): string => path.join(folder, suite);
const markOf = (folder: string, suite: SharedSuite): string => path.join(folder, `${suite}.passed`);

export function isShared(suite: Suite): suite is SharedSuite {
  return sharedSuites.some((name) => name === suite);
}

/** Where a suite leaves its figures in a run of CI, emptied. */
export function beginShared(folder: string, suite: SharedSuite): string {
  rmSync(markOf(folder, suite), { force: true });
  rmSync(figuresOf(folder, suite), { recursive: true, force: true });
  mkdirSync(figuresOf(folder, suite), { recursive: true });
  return figuresOf(folder, suite);
}

/** Notes that a suite has passed, and upon which rules. */
export function notePassed(folder: string, suite: SharedSuite): void {
  writeFileSync(markOf(folder, suite), rulesSha256());
}

/** Takes the figures of a suite over that passed upon these rules earlier in this run; answers whether there was one. */
export function takeOver(folder: string, suite: SharedSuite, into: string): boolean {
  const mark = markOf(folder, suite);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== rulesSha256()) return false;
  cpSync(figuresOf(folder, suite), into, { recursive: true });
  return true;
}
