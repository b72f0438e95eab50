import { type Invited, invitationsAtOnce } from '@tenantry/model/operations/members';
import { isRefusal, OperationError } from '../../../shared/api/operation-error.ts';

/** What came of a row: sent; the server's refusal; never asked about; or asked about and not answered. */
export type Outcome = 'sent' | 'unsent' | 'unknown' | Refused;
export type Refused = Extract<Invited, { reason: unknown }>;

type Options<Row> = {
  /** Asks the server about some rows. Answers one for each, in order. */
  readonly send: (rows: readonly Row[]) => Promise<readonly Invited[]>;
  /** Told after each answer how many rows are answered. */
  readonly onProgress: (done: number) => void;
  /** No further rows are asked about from then on. */
  readonly signal: AbortSignal;
  /** Waits, or less when the signal comes. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** Rows of one call: as many as the server takes. They take about a second, so that the progress is seen and a stop is soon. */
export const rowsAtOnce = invitationsAtOnce;

/** How long to wait before the same rows are asked about again. */
const pauses = [1_000, 4_000];

/** The longest that nobody is told of: a limit of calls a minute passes by itself, one of a day does not. */
const longestWait = 120_000;

/**
 * Sends a list in parts, one after the other. A part whose answer was lost is asked about again: nobody is invited
 * twice, who was invited by the lost one is answered `already-invited`. Answers what came of each row, and what ended it
 * early if anything did.
 */
export async function sendList<Row>(
  rows: readonly Row[],
  { send, onProgress, signal, wait = atMost }: Options<Row>,
): Promise<{ outcomes: Outcome[]; problem?: unknown }> {
  const outcomes: Outcome[] = rows.map(() => 'unsent');
  for (let start = 0; start < rows.length && !signal.aborted; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce);
    try {
      const answers = await sendAgain(() => send(part));
      part.forEach((_, index) => (outcomes[start + index] = outcomeOf(answers[index])));
    } catch (problem) {
      if (mayHaveGoneThrough(problem)) outcomes.fill('unknown', start, start + part.length);
      return { outcomes, problem };
    }
    onProgress(start + part.length);
  }
  return { outcomes };

  async function sendAgain(once: () => Promise<readonly Invited[]>): Promise<readonly Invited[]> {
    for (const pause of pauses) {
      try {
        return await once();
      } catch (error) {
        const milliseconds = passingIn(error, pause);
        if (milliseconds === undefined || signal.aborted) throw error;
        await wait(milliseconds, signal);
        if (signal.aborted) throw error;
      }
    }
    return once();
  }
}

function outcomeOf(answer: Invited | undefined): Outcome {
  if (answer === undefined) return 'unknown';
  return 'reason' in answer ? answer : 'sent';
}

/** When to ask again after an error that passes; never after others. */
function passingIn(error: unknown, pause: number): number | undefined {
  if (isRefusal(error, 'rate')) {
    const milliseconds = (error.details.retryAfterSeconds ?? 60) * 1_000;
    return milliseconds <= longestWait ? milliseconds : undefined;
  }
  return mayHaveGoneThrough(error) ? pause : undefined;
}

/** Whether the call may have been done although it was not answered. */
function mayHaveGoneThrough(error: unknown): boolean {
  return isRefusal(error, 'contention') || !(error instanceof OperationError) || error.code === 'unavailable';
}

function atMost(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
