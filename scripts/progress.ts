/**
 * Says on stderr what takes long and how long it took: stdout belongs to the command that runs inside.
 * On a terminal the line counts the seconds.
 */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - began) / 100) / 10} s`;
  const live = process.stderr.isTTY;
  const show = (): boolean => process.stderr.write(`\r\u001b[K${what}… ${Math.round((Date.now() - began) / 1000)} s`);
  const ticker = live ? setInterval(show, 1000) : undefined;
  if (live) show();
  try {
    const result = await work();
    process.stderr.write(`${live ? '\r\u001b[K' : ''}${what}: ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${live ? '\r\u001b[K' : ''}${what}: failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** An error whose message is for the person at the keyboard: what is wrong and what to do. No stack trace is shown. */
export class Refusal extends Error {}

/** Runs a command's main function and exits with what it answers; a Refusal is printed as it is and exits with 1. */
export async function main(run: () => Promise<number | void>): Promise<void> {
  try {
    process.exit((await run()) ?? 0);
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
