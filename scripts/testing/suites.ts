import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../paths.ts';
import { outcomeOf, outcomeOfCheck, type Outcome, type VitestReport } from './summary.ts';

const tool = (name: string): string => path.join(root, 'node_modules', name);

/** What counts as one test each, and how it is run under Node. */
export const checks = {
  generated: ['scripts/generate.ts', '--check'],
  types: ['scripts/types.ts', '--pretty', 'false'],
  lint: [tool('oxlint/bin/oxlint')],
  format: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
} as const satisfies Record<string, readonly string[]>;

/** Vitest's projects: what each needs beside Node, and those that only a proof runs, in a stack. */
export const suites = {
  unit: 'nothing',
  simulation: 'nothing',
  rules: 'stack',
  functions: 'stack',
  proof: 'proof',
  timing: 'proof',
  forgetting: 'proof',
  e2e: 'web',
  operations: 'stack',
} as const satisfies Record<string, 'nothing' | 'stack' | 'web' | 'proof'>;

export type Check = keyof typeof checks;
export type Suite = keyof typeof suites;
export const checkNames = Object.keys(checks) as Check[];
export const suiteNames = Object.keys(suites) as Suite[];

/** Told of each process that is started. */
export type OnStart = (pid: number) => void;

/** Where reports and logs of the last run are. */
export const resultsFolder = path.join(root, 'test-results');

export async function runCheck(name: Check, onStart: OnStart): Promise<Outcome> {
  const { code, printed } = await run(checks[name], {}, onStart);
  return outcomeOfCheck(name, code, printed);
}

/** How a suite is run: all of it unless folders or files are named. */
export type SuiteRun = {
  readonly onStart: OnStart;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly paths?: readonly string[];
};

export async function runSuite(name: Suite, { onStart, environment, paths = [] }: SuiteRun): Promise<Outcome> {
  mkdirSync(resultsFolder, { recursive: true });
  const file = path.join(resultsFolder, `${name}.json`);
  rmSync(file, { force: true });
  // Pictures of earlier runs, the failed ones above all, would be taken for this one's.
  if (name === 'e2e' && paths.length === 0)
    rmSync(path.join(resultsFolder, 'screens'), { recursive: true, force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, printed } = await run(
    // Its parts that run before it or after it, if it has any, come along.
    [tool('vitest/vitest.mjs'), 'run', '--project', name, '--project', `${name}:*`, ...reporters, ...paths],
    { ...environment, NO_COLOR: '1' },
    onStart,
  );
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined;
  return outcomeOf(report && relative(report), code, printed.split('\n').slice(-60).join('\n'), name);
}

function relative(report: VitestReport): VitestReport {
  return { testResults: report.testResults.map((file) => ({ ...file, name: path.relative(root, file.name) })) };
}

type Run = { readonly code: number; readonly printed: string };

/** Runs a script under Node, from the root. Told of each line as it comes; the end of all of them is answered too. */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  onStart: OnStart,
  onLine?: (line: string) => void,
): Promise<Run> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  if (child.pid) onStart(child.pid);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (onLine) createInterface(child.stdout).on('line', onLine);
  const code = await new Promise<number>((resolve) => child.once('close', (exit) => resolve(exit ?? 1)));
  return { code, printed: Buffer.concat(chunks).toString().trim() };
}
