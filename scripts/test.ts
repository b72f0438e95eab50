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
  const needing = chosen.filter((name): name is Suite => name in suites && suites[name as Suite] !== 'nothing');
  const alone = chosen.filter((name) => !needing.some((suite) => suite === name));

  // The emulators take their time to start, mostly on one core: the checks fill the other.
  const started = needing.length > 0 ? startForSuites(needing) : Promise.resolve(undefined);
  for (const name of alone)
    await report(name, (onStart) => (isCheck(name) ? runCheck(name, onStart) : runSuite(name, {}, onStart)));
  const environment = await started;
  if (environment) {
    const inStack = (name: Suite): Promise<void> => report(name, (onStart) => runSuite(name, environment, onStart));
    // A browser that shares its core with other tests runs into its own time-outs.
    await Promise.all(needing.filter((name) => suites[name] === 'stack').map(inStack));
    for (const name of needing.filter((each) => suites[each] === 'web')) await inStack(name);
  }
  stack?.stop();
  const failed = outcomes.some(({ failures }) => failures.length > 0);
  if (failed) console.log(`\nReports and the emulators' log are in ${path.basename(resultsFolder)}/.`);
  console.log(total(outcomes));
  return failed ? 1 : 0;
});

function parse(args: readonly string[]): readonly (Check | Suite)[] {
  const all = [...checkNames, ...suiteNames];
  if (args.length === 0) return all;
  const [flag, list = ''] = args[0]?.startsWith('--only=') ? ['--only', args[0].slice(7)] : args;
  const names = list.split(',');
  if (flag === '--only' && names.every((name) => all.some((each) => each === name))) {
    return all.filter((each) => names.includes(each));
  }
  throw new Refusal(`npm test -- --only <${all.join(',')}>`);
}

function isCheck(name: Check | Suite): name is Check {
  return checkNames.some((each) => each === name);
}

/** The environment of the stack; when it does not start, each suite that needed it has failed. */
async function startForSuites(needing: readonly Suite[]): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    stack = await startStack({
      web: needing.some((name) => suites[name] === 'web'),
      logFile: path.join(resultsFolder, 'emulators.log'),
    });
    return stack.environment;
  } catch (error) {
    const details = error instanceof Refusal ? error.message : String(error);
    for (const name of needing) {
      await report(name, () =>
        Promise.resolve({ passed: 0, skipped: 0, failures: [{ title: `${name} could not run`, details }] }),
      );
    }
    return undefined;
  }
}

async function report(name: string, work: (onStart: (pid: number) => void) => Promise<Outcome>): Promise<void> {
  const began = Date.now();
  const own: number[] = [];
  const outcome = await work((pid) => {
    own.push(pid);
    running.add(pid);
    stack?.adopt(pid);
  });
  for (const pid of own) running.delete(pid);
  outcomes.push(outcome);
  console.log(`${name.padEnd(10)} ${total([outcome])} (${Math.round((Date.now() - began) / 1000)} s)`);
  for (const { title, details } of outcome.failures) console.log(`\n✗ ${title}\n${indent(details)}\n`);
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
