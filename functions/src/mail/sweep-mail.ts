import { randomUUID } from 'node:crypto';
import { declareQuery } from '../platform/data/declared-query.ts';
import { controlDocuments } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import { queueMails } from '../platform/outbox.ts';
import { inPlatformContext, inTenantContext } from '../platform/tenant-context.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';

/**
 * Longer than a task tries. A mail that waits for more than this has no task: its sender died, the queue was down, or
 * every try failed.
 */
const waitsForMilliseconds = 15 * 60_000;
/** Mails in one run; the next run takes more. */
const atMost = 400;

const waitingMails = declareQuery('mail', {
  where: [
    ['status', '=='],
    ['queuedAt', '<='],
  ],
  orderBy: [['queuedAt', 'asc']],
});

/** Hands mails to the queue again that stayed in the outbox. Of two sweeps one takes each. Answers how many there were. */
export async function sweepMail(now: Date): Promise<{ queued: number }> {
  const waiting = await runInControlPlane(async (control) => {
    const found = await control.find(
      controlDocuments.mails(),
      waitingMails,
      ['queued', instantOf(now.getTime() - waitsForMilliseconds)],
      atMost,
    );
    for (const { id } of found) control.update(controlDocuments.mail(id), { queuedAt: instantOf(now) });
    return found;
  });
  for (const { id, data } of waiting) {
    const queue = () => queueMails([id]);
    await (data.tenantId === null
      ? inPlatformContext(randomUUID(), queue)
      : inTenantContext(data.tenantId, randomUUID(), queue));
  }
  return { queued: waiting.length };
}
