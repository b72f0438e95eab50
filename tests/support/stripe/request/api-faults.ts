import type { Request } from './handle.ts';
import type { Answer } from './idempotency.ts';

export type ApiFault = {
  /** How many requests it meets. */
  readonly times: number;
  /** What they are answered: a status, or no answer at all. */
  readonly answer: 429 | 500 | 503 | 'no-answer';
  /** Whether the request is done all the same, and only its answer lost. */
  readonly isDone?: boolean;
  /** Paths that contain it; every path without it. */
  readonly path?: string;
  readonly method?: string;
};

/** Requests that Stripe fails to answer, for tests of what becomes of the caller. */
export class ApiFaults {
  #faults: ApiFault[] = [];
  /** How long an answer takes, of which the key is in use meanwhile. */
  latency: (() => Promise<void>) | undefined;

  fail(fault: ApiFault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.latency = undefined;
    this.#faults = [];
  }

  /** Throws where there is to be no answer. */
  around(request: Request, act: () => Answer): Answer {
    const index = this.#faults.findIndex(
      ({ path = '', method = request.method }) => request.path.includes(path) && method === request.method,
    );
    const fault = this.#faults[index];
    if (!fault) return act();
    if (fault.times > 1) this.#faults[index] = { ...fault, times: fault.times - 1 };
    else this.#faults.splice(index, 1);
    if (fault.isDone) act();
    if (fault.answer === 'no-answer')
      throw new TypeError('fetch failed: the local Stripe double was told not to answer.');
    return { status: fault.answer, headers: { 'content-type': 'application/json' }, body: bodies[fault.answer] };
  }
}

const body = (type: string, message: string): string => JSON.stringify({ error: { type, message } });
const bodies = {
  429: JSON.stringify({
    error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests hit the API too quickly.' },
  }),
  500: body('api_error', 'An unknown error occurred.'),
  503: body('api_error', 'Stripe is temporarily unavailable.'),
};
