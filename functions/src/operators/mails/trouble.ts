import type { MailDocument } from '../../platform/data/documents.ts';

/** Longer than a task may take: what is claimed for longer has lost its sender. */
export const sendingForMilliseconds = 5 * 60_000;

/** Whether a mail needs a hand; not while somebody may be sending it. */
export function isInTrouble({ status, claimedAt }: MailDocument, now: Date): boolean {
  if (status === 'failed') return true;
  return status === 'claimed' && now.getTime() - (claimedAt?.toMillis() ?? 0) >= sendingForMilliseconds;
}
