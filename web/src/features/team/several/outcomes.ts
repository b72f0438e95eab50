import { isToCorrect, type PreviewRow } from './list/rows.ts';
import type { Outcome } from './send-list.ts';

/** A row at the end; one that was not good enough to be sent has no outcome. */
export type ResultRow = PreviewRow & { readonly outcome: Outcome | undefined };

/** Whether a row is worth another try: not who is invited or in by now, and no second mention of one. */
export function isLeft(row: ResultRow): boolean {
  const { outcome } = row;
  if (outcome === undefined) return isToCorrect(row);
  return outcome !== 'sent' && !isAlready(outcome, 'already-invited') && !isAlready(outcome, 'already-member');
}

export function isAlready(outcome: ResultRow['outcome'], reason: 'already-invited' | 'already-member'): boolean {
  return typeof outcome === 'object' && outcome.reason === reason;
}
