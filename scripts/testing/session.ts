import path from 'node:path';
import { Refusal } from '../progress.ts';
import { endTree } from '../stack/processes.ts';
import { endOnSignals } from '../stack/signals.ts';
import { startStack, type Stack } from '../stack/stack.ts';
import { resultsFolder, type OnStart } from './suites.ts';
import { total, type Outcome } from './summary.ts';

/** A run of checks and suites that are told of as they end and counted together. */
export type Session = {
  /** Starts the stack that suites run in. Throws a Refusal that says what is missing. */
  readonly start: () => Promise<Stack>;
  /** Runs a check or suite and tells its outcome at once; what it throws is its failure. */
  readonly report: (name: string, work: (onStart: OnStart) => Promise<Outcome>) => Promise<void>;
  /** Whether anything that was told has failed. */
  readonly hasFailed: () => boolean;
  /** Ends the stack, tells the total as the last line and answers the exit code. */
  readonly finish: () => number;
};

/** Opens a session; a signal ends everything that it started. */
export function openSession(): Session {
  const outcomes: Outcome[] = [];
  const running = new Set<number>();
  let stack: Stack | undefined;
  endOnSignals(async () => {
    await Promise.all([...running].map((pid) => endTree(pid, 'SIGTERM', 2000)));
    stack?.stop();
  });

  const hasFailed = (): boolean => outcomes.some(({ failures }) => failures.length > 0);
  return {
    start: async () => {
      stack = await startStack({ logFile: path.join(resultsFolder, 'emulators.log') });
      return stack;
    },
    report: async (name, work) => {
      const began = Date.now();
      const own: number[] = [];
      const outcome = await work((pid) => {
        own.push(pid);
        running.add(pid);
        stack?.adopt(pid);
      }).catch((error: unknown) => couldNotRun(name, error));
      for (const pid of own) {
        running.delete(pid);
        stack?.release(pid);
      }
      outcomes.push(outcome);
      console.log(`${name.padEnd(10)} ${total([outcome])} (${Math.round((Date.now() - began) / 1000)} s)`);
      for (const { title, details } of outcome.failures) console.log(`\n✗ ${title}\n${indent(details)}\n`);
    },
    hasFailed,
    finish: () => {
      stack?.stop();
      const failed = hasFailed();
      if (failed) console.log(`\nReports and the emulators' log are in ${path.basename(resultsFolder)}/.`);
      console.log(total(outcomes));
      return failed ? 1 : 0;
    },
  };
}

function couldNotRun(name: string, error: unknown): Outcome {
  const details =
    error instanceof Refusal ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);
  return { passed: 0, skipped: 0, failures: [{ title: `${name} could not run`, details }] };
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
