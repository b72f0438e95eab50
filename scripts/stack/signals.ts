import os from 'node:os';

/** Ctrl-C reaches us from the terminal, from npm and from the bootstrap: what comes this close together is one. */
const oneSignalMs = 500;

/**
 * Runs the clean-up once when somebody wants us to end, and exits as the signal demands; a second signal, later, exits
 * at once. Also ends when the process that started us has gone without a word.
 */
export function endOnSignals(cleanUp: (signal: 'SIGINT' | 'SIGTERM') => Promise<void>): void {
  let first: number | undefined;
  const onSignal = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void => {
    const code = 128 + os.constants.signals[signal];
    if (first !== undefined) {
      if (Date.now() - first > oneSignalMs) process.exit(code);
      return;
    }
    first = Date.now();
    void cleanUp(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM').finally(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && first === undefined) onSignal('SIGHUP');
  }, 1000).unref();
}
