import type { Answer } from './call-function.ts';

/** What came of each call, sorted: `ok`, a reason, or for a fault of ours the whole answer. */
export function outcomes(answers: readonly Answer<unknown>[]): string[] {
  return answers.map((answer) => (answer.ok ? 'ok' : (answer.details.reason ?? answer.text))).sort();
}
