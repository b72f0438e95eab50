import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, Refusal } from './progress.ts';
import { collect, figure, type Collected } from './proof/collected.ts';
import { generate as fillPages } from './proof/pages.ts';
import { differenceFrom, faultOfProof, rulesSha256, writeProof, type Proof } from './proof/proof.ts';
import {
  defaultOperations,
  defaultSeed,
  sharedRun,
  type SharedSuite,
  takeOver,
  thoroughly,
} from './proof/shared-run.ts';
import { rowsOf } from './proof/table.ts';
import { table } from './table.ts';
import { openSession } from './testing/session.ts';
import { resultsFolder, run, runSuite, type OnStart } from './testing/suites.ts';
import type { Outcome } from './testing/summary.ts';

/** What the mutation tester writes, as far as the proof tells it. */
type Mutants = Proof['mutants'] & { readonly complaints: readonly string[] };

const figuresFolder = path.join(resultsFolder, 'figures');
const mutantsFile = path.join(resultsFolder, 'mutants.json');

await main(async () => {
  const { ci, thorough, operations, seed } = parse(process.argv.slice(2));
  // They put other rules, or a part of the requests, to the test.
  for (const name of ['ORACLE_RULES', 'ORACLE_PATH']) delete process.env[name];
  rmSync(figuresFolder, { recursive: true, force: true });
  rmSync(mutantsFile, { force: true });
  mkdirSync(figuresFolder, { recursive: true });

  const session = openSession();
  // Before anything that takes long: whoever changed the rules and not the proof learns it here.
  if (ci) await session.report('proof.json', async () => outcomeOf(faultOfProof()));
  const stack = await session.start();
  const environment = {
    ...stack.environment,
    ...thoroughly(figuresFolder, { operations, seed }),
    REVOCATION_SECONDS: '3',
    OPERATIONS_MATRIX: 'whole',
    OPERATIONS_FUZZ: '1000',
    OPERATIONS_TIMING: '200',
    OPERATIONS_SEED: String(seed),
  };
  const shared = async (suite: SharedSuite): Promise<void> => {
    const folder = ci ? sharedRun() : undefined;
    if (folder !== undefined && takeOver(folder, suite, figuresFolder))
      console.log(`${suite.padEnd(10)} as \`npm test\` found in this run`);
    else await session.report(suite, (onStart) => runSuite(suite, { onStart, environment }));
  };
  await shared('rules');
  const paths = ['revocation', 'claims', 'members/races'].map((part) => `tests/functions/${part}`);
  await session.report('functions', (onStart) => runSuite('functions', { onStart, environment, paths }));
  await session.report('operations', (onStart) => runSuite('operations', { onStart, environment }));
  await shared('simulation');
  await session.report('proof', (onStart) => runSuite('proof', { onStart, environment }));
  await session.report('timing', (onStart) => runSuite('timing', { onStart, environment }));
  await stack.serveWeb();
  await session.report('forgetting', (onStart) => runSuite('forgetting', { onStart, environment }));
  await session.report('mutants', (onStart) => findMutants(environment, onStart, thorough));
  await session.report('figures', async () => {
    const proof = proofOf(collect(figuresFolder), seed);
    console.log(`\n${table(['what was done', 'what came of it'], rowsOf(proof))}\n`);
    // Of a run in which something failed no proof is left.
    const isProof = !ci && !session.hasFailed();
    writeProof(proof, isProof ? undefined : path.join(resultsFolder, 'proof.json'));
    if (isProof) await fillPages(false);
    return ci ? outcomeOf(differenceFrom(proof)) : outcomeOf(undefined);
  });
  return session.finish();
});

function outcomeOf(fault: string | undefined): Outcome {
  return fault === undefined
    ? { passed: 1, skipped: 0, failures: [] }
    : { passed: 0, skipped: 0, failures: [{ title: 'proof.json', details: fault }] };
}

/**
 * Each mutant that is told from the rules counts as a test that passed, each that is not as one that failed. Thoroughly, those
 * that are listed as equivalent are asked everything too.
 */
async function findMutants(
  environment: Readonly<Record<string, string>>,
  onStart: OnStart,
  thorough: boolean,
): Promise<Outcome> {
  const command = ['tests/rules/mutants/run.ts', '--json', mutantsFile, ...(thorough ? ['--thorough'] : [])];
  const { code, printed } = await run(command, environment, onStart, (line) => console.log(`  ${line}`));
  if (code === 0) return { passed: foundMutants().total, skipped: 0, failures: [] };
  return {
    passed: 0,
    skipped: 0,
    failures: [{ title: 'mutants', details: printed.split('\n').slice(-60).join('\n') }],
  };
}

function foundMutants(): Mutants {
  return JSON.parse(readFileSync(mutantsFile, 'utf8')) as Mutants;
}

function proofOf({ matrix, operations, coverage, revocation, callables }: Collected, seed: number): Proof {
  const { total, killed, equivalent } = foundMutants();
  return {
    rulesSha256: rulesSha256(),
    seed,
    cells: figure(matrix, 'cells'),
    operations: figure(operations, 'operations'),
    mutants: { total, killed, equivalent },
    booleans: { total: figure(coverage, 'total'), both: figure(coverage, 'both') },
    // In an order of its own: that of the files that were counted is another each time.
    revocationMs: Object.fromEntries(Object.entries(revocation).toSorted(([one], [other]) => one.localeCompare(other))),
    callables: { functions: figure(callables, 'functions'), cases: figure(callables, 'cases') },
  };
}

function parse(args: readonly string[]): { ci: boolean; thorough: boolean; operations: number; seed: number } {
  const usage =
    'npm run prove -- [--ci] [--thorough] [--runs <random operations, 20000 unless told>] [--seed <whole number>]';
  const options = {
    ci: { type: 'boolean' },
    thorough: { type: 'boolean' },
    runs: { type: 'string' },
    seed: { type: 'string' },
  } as const;
  let values: {
    ci?: boolean | undefined;
    thorough?: boolean | undefined;
    runs?: string | undefined;
    seed?: string | undefined;
  };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch {
    throw new Refusal(usage);
  }
  const operations = Number(values.runs ?? defaultOperations);
  const seed = Number(values.seed ?? defaultSeed);
  if (!Number.isSafeInteger(operations) || operations < 1 || !Number.isSafeInteger(seed)) throw new Refusal(usage);
  return { ci: values.ci ?? false, thorough: values.thorough ?? false, operations, seed };
}
