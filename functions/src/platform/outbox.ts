import type { Mail } from '@tenantry/model/mails';
import { randomUUID } from 'node:crypto';
import { getFunctions } from 'firebase-admin/functions';
import { controlDocuments, type MailDocument } from './data/documents.ts';
import { instantOf } from './data/instant.ts';
import { log } from './log.ts';
import type { ControlTransaction } from './data/scoped-transaction.ts';
import { requireContext } from './tenant-context.ts';

/** A mail as an operation asks for it: a kind, what that kind's template needs, and an address. */
export type MailRequest = Mail & { readonly to: string };

/** What the task `sendMail` is given. */
export type MailTask = { readonly mailId: string; readonly tenantId: string | null; readonly requestId: string };

/** A mail's record stays for so long: it holds an address, and tells for a while what was sent. */
const keptForMilliseconds = 30 * 86_400_000;

/** Writes a mail into the outbox, in the transaction of the act that it tells of. Returns its id. */
export function writeMail(outbox: ControlTransaction, { kind, to, data }: MailRequest, now: Date): string {
  const mailId = randomUUID();
  const mail: MailDocument = {
    kind,
    to,
    tenantId: requireContext().tenantId,
    data,
    status: 'queued',
    attempts: 0,
    createdAt: instantOf(now),
    queuedAt: instantOf(now),
    expiresAt: instantOf(now.getTime() + keptForMilliseconds),
  };
  outbox.create(controlDocuments.mail(mailId), mail);
  return mailId;
}

/** Hands mails to the task queue after the commit. One that can't be queued stays in the outbox, where `sweepMail` finds it. */
export async function queueMails(mailIds: readonly string[]): Promise<void> {
  const { tenantId, requestId } = requireContext();
  const queue = getFunctions().taskQueue<MailTask>('sendMail');
  await Promise.all(
    mailIds.map((mailId) =>
      queue.enqueue({ mailId, tenantId, requestId }).catch((fault: unknown) => log.mailQueueFailed(mailId, fault)),
    ),
  );
}
