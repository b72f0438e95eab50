import { spawn } from 'node:child_process';
import os from 'node:os';
import { endOnSignals } from './stack/signals.ts';
import { endTree } from './stack/processes.ts';
import { startStack } from './stack/stack.ts';
import { main, Refusal } from './progress.ts';

const usage = `npm run with-stack -- [--web] [--log <file>] <command> [arguments]

Runs a command beside functions, emulators and a mailbox of its own, and exits with its code.
  --web         serves the web as well, on WEB_URL
  --log <file>  keeps what the emulators and functions print`;

await main(async () => {
  const { web, logFile, command } = parse(process.argv.slice(2));
  const [file, ...args] = command;
  if (file === undefined) throw new Refusal(usage);

  const stack = await startStack(logFile ? { logFile } : {});
  if (web) await stack.serveWeb();
  // A lone argument may be a line for the shell.
  const child = spawn(file, args, {
    stdio: 'inherit',
    shell: args.length === 0 && /\s/.test(file),
    env: { ...process.env, ...stack.environment },
  });
  if (child.pid) stack.adopt(child.pid);
  endOnSignals(async (signal) => {
    if (child.pid) await endTree(child.pid, signal, 5000);
    stack.stop();
  });
  return new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new Refusal(`${file} does not start: ${error.message}`)));
    child.once('close', (exit, signal) => resolve(exit ?? 128 + (signal ? os.constants.signals[signal] : 0)));
    void stack.emulators.ended.then((how) => {
      process.stderr.write(`The emulators ended while the command ran: ${how}\n`);
      if (child.pid) void endTree(child.pid, 'SIGTERM', 5000);
    });
  }).finally(() => stack.stop());
});

function parse(args: readonly string[]): { web: boolean; logFile?: string; command: readonly string[] } {
  const [first, second = '', ...rest] = args;
  if (first === '--web') return { ...parse(args.slice(1)), web: true };
  if (first === '--log') return { ...parse(rest), logFile: second };
  return { web: false, command: first === '--' ? args.slice(1) : args };
}
