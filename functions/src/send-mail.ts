import { documentId, tenantId } from '@tenantry/model/formats';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { inviteKey, region, smtpUrl } from './platform/environment.ts';
import { log } from './platform/log.ts';
import type { MailTask } from './platform/outbox.ts';
import { runTask } from './platform/run-task.ts';
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
  ({ data }) =>
    runTask(
      {
        name: 'sendMail',
        form: payload,
        run: (task) => deliverMail(task, tools),
        failed: (fault, { mailId }) => log.mailDelayed(mailId, fault),
      },
      data,
    ),
);
