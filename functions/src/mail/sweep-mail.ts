import { randomUUID } from 'node:crypto';
import { controlDocuments } from '../platform/documents.ts';
import { instantOf } from '../platform/instant.ts';
import { queueMails } from '../platform/outbox.ts';
import { inPlatformContext, inTenantContext } from '../platform/tenant-context.ts';
import { runInControlPlane } from '../platform/transactions.ts';

/** A mail that is queued for longer than this may have no task: its sender died, or the queue was down. */
const waitsForMilliseconds = 5 * 60_000;
/** Mails in one run; the next run takes more. */
const atMost = 500;

/**
 * Hands mails to the queue again that stayed in the outbox. One that has a task all the same gets a second one, which
 * finds it taken. Answers how many there were.
 */
export async function sweepMail(now: Date): Promise<{ queued: number }> {
  const waiting = await runInControlPlane((control) =>
    control.find(controlDocuments.mails(), {
      where: [
        ['status', '==', 'queued'],
        ['createdAt', '<=', instantOf(now.getTime() - waitsForMilliseconds)],
      ],
      orderBy: [['createdAt', 'asc']],
      limit: atMost,
    }),
  );
  for (const { id, data } of waiting) {
    const queue = () => queueMails([id]);
    await (data.tenantId === null
      ? inPlatformContext(randomUUID(), queue)
      : inTenantContext(data.tenantId, randomUUID(), queue));
  }
  return { queued: waiting.length };
}
