import type { MailTrouble } from '@tenantry/model/operations/mails';
import type { MailDocument, MailStatus } from '../../platform/data/documents.ts';

/** Longer than a task may take: what is claimed for longer has lost its sender. */
const sendingForMilliseconds = 5 * 60_000;

/** In which status a mail lies that is in this trouble. */
export const statusOf = { unknown: 'claimed', failed: 'failed' } as const satisfies Record<MailTrouble, MailStatus>;

/** Whether a mail needs a hand; not while somebody may be sending it. */
export function isInTrouble({ status, claimedAt }: MailDocument, now: Date): boolean {
  if (status === 'failed') return true;
  return status === 'claimed' && now.getTime() - (claimedAt?.toMillis() ?? 0) > sendingForMilliseconds;
}
