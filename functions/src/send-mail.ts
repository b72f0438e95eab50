import { documentId, tenantId } from '@tenantry/model/formats';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { inviteKey, region, smtpUrl } from './platform/environment.ts';
import { refusalOf } from './platform/operations/errors.ts';
import { log } from './platform/log.ts';
import type { MailTask } from './platform/outbox.ts';
import { inPlatformContext, inTenantContext } from './platform/tenant-context.ts';
import { deliverMail, type Tools } from './mail/deliver-mail.ts';
import { renderFromBundle } from './mail/load-templates.ts';
import { smtpCarrier } from './mail/smtp.ts';
import { mailPreparations } from './mail-preparations.ts';

const tools: Tools = {
  preparations: mailPreparations,
  render: renderFromBundle,
  carrier: smtpCarrier,
  now: () => new Date(),
};

const payload = z.object({ mailId: documentId, tenantId: z.nullable(tenantId), requestId: z.string() });

/** The task that sends one mail of the outbox. It throws for what another try may mend; the queue waits longer each time. */
export const sendMail = onTaskDispatched<MailTask>(
  {
    region,
    // The queue alone may call it. Said aloud, each deployment takes back whatever was granted by hand.
    invoker: 'private',
    secrets: [smtpUrl, inviteKey],
    memory: '512MiB',
    timeoutSeconds: 120,
    retryConfig: { maxAttempts: 8, minBackoffSeconds: 5, maxBackoffSeconds: 600, maxDoublings: 6 },
    rateLimits: { maxConcurrentDispatches: 20 },
  },
  async ({ data }) => {
    const task = payload.safeParse(data);
    // Another try would bring the same payload.
    if (!task.success) log.backgroundFailed('sendMail', new Error('The payload is not of the right form.'));
    else await runTask(task.data);
  },
);

async function runTask(task: MailTask): Promise<void> {
  const { mailId, tenantId, requestId } = task;
  const work = async () => {
    try {
      await deliverMail(task, tools);
    } catch (fault) {
      log.mailDelayed(mailId, fault);
      // A tenant that is gone has no outbox: there is nothing to try again.
      if (refusalOf(fault)?.details.reason !== 'denied') throw fault;
    }
  };
  await (tenantId === null ? inPlatformContext(requestId, work) : inTenantContext(tenantId, requestId, work));
}
