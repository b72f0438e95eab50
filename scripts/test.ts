import path from 'node:path';
import { main, Refusal } from './progress.ts';
import { endOnSignals } from './stack/signals.ts';
import { endTree } from './stack/processes.ts';
import { startStack, type Stack } from './stack/stack.ts';
import {
  checkNames,
  resultsFolder,
  runCheck,
  runSuite,
  suiteNames,
  suites,
  type Check,
  type OnStart,
  type Suite,
} from './testing/suites.ts';
import { total, type Outcome } from './testing/summary.ts';

const outcomes: Outcome[] = [];
const running = new Set<number>();
let stack: Stack | undefined;

await main(async () => {
  const chosen = parse(process.argv.slice(2));
  endOnSignals(async () => {
    await Promise.all([...running].map((pid) => endTree(pid, 'SIGTERM', 2000)));
    stack?.stop();
  });
  const needs = (what: (typeof suites)[Suite]): Suite[] =>
    suiteNames.filter((name) => chosen.includes(name) && suites[name] === what);
  const inStack = needs('stack');
  const inWeb = needs('web');

  // The emulators take their time to start, mostly on one core: the checks fill the other.
  const started = inStack.length + inWeb.length > 0 ? start() : undefined;
  // Its failure is told by each suite that awaits it.
  started?.catch(() => undefined);
  for (const name of checkNames.filter((each) => chosen.includes(each)))
    await report(name, (onStart) => runCheck(name, onStart));
  for (const name of needs('nothing')) await report(name, (onStart) => runSuite(name, {}, onStart));

  const web = inWeb.length > 0 ? started?.then(({ serveWeb }) => serveWeb()) : undefined;
  web?.catch(() => undefined);
  const suite = (name: Suite): Promise<void> =>
    report(name, async (onStart) => runSuite(name, (await started)?.environment ?? {}, onStart));
  await Promise.all(inStack.map(suite));
  // A browser that shares its core with other tests runs into its own time-outs.
  for (const name of inWeb) {
    await report(name, async (onStart) => {
      await web;
      return runSuite(name, (await started)?.environment ?? {}, onStart);
    });
  }
  stack?.stop();

  const failed = outcomes.some(({ failures }) => failures.length > 0);
  if (failed) console.log(`\nReports and the emulators' log are in ${path.basename(resultsFolder)}/.`);
  console.log(total(outcomes));
  return failed ? 1 : 0;
});

function parse(args: readonly string[]): readonly string[] {
  const all: readonly (Check | Suite)[] = [...checkNames, ...suiteNames];
  if (args.length === 0) return all;
  const [flag, list = ''] = args.flatMap((arg) => arg.split('='));
  const names = list.split(',');
  if (flag === '--only' && names.every((name) => all.some((each) => each === name))) return names;
  throw new Refusal(`npm test -- --only <${all.join(',')}>`);
}

async function start(): Promise<Stack> {
  stack = await startStack({ logFile: path.join(resultsFolder, 'emulators.log') });
  return stack;
}

/** Runs a check or suite and tells its outcome at once; what it throws is its failure. */
async function report(name: string, work: (onStart: OnStart) => Promise<Outcome>): Promise<void> {
  const began = Date.now();
  const own: number[] = [];
  const onStart: OnStart = (pid) => {
    own.push(pid);
    running.add(pid);
    stack?.adopt(pid);
  };
  const outcome = await work(onStart).catch((error: unknown) => couldNotRun(name, error));
  for (const pid of own) {
    running.delete(pid);
    stack?.release(pid);
  }
  outcomes.push(outcome);
  console.log(`${name.padEnd(10)} ${total([outcome])} (${Math.round((Date.now() - began) / 1000)} s)`);
  for (const { title, details } of outcome.failures) console.log(`\n✗ ${title}\n${indent(details)}\n`);
}

function couldNotRun(name: string, error: unknown): Outcome {
  const details =
    error instanceof Refusal ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);
  return { passed: 0, skipped: 0, failures: [{ title: `${name} could not run`, details }] };
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
