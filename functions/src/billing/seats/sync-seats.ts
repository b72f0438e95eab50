import { tenantId } from '@tenantry/model/formats';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { auditKey, region, stripeApiKey } from '../../platform/environment.ts';
import { log } from '../../platform/log.ts';
import { pauseUntil } from '../../platform/pause.ts';
import { runTask } from '../../platform/run-task.ts';
import { keepContact } from '../contact/keep-contact.ts';
import { convergeTogether } from '../sync/converge-together.ts';
import type { SeatTask } from './announce-seats.ts';

const payload = z.object({ tenantId, requestId: z.string(), dueAt: z.number() });

/**
 * The task that brings Stripe in step with a team that changed: its quantity, and whom it writes to. It throws when that failed, and the queue waits longer each
 * time; what it gives up is the nightly reconciliation's.
 */
export const syncSeats = onTaskDispatched<SeatTask>(
  {
    region,
    invoker: 'private',
    secrets: [auditKey, stripeApiKey],
    memory: '512MiB',
    timeoutSeconds: 120,
    retryConfig: { maxAttempts: 20, minBackoffSeconds: 5, maxBackoffSeconds: 600, maxDoublings: 7 },
    // Stripe answers a hundred requests a second for the whole platform, and webhooks ask too.
    rateLimits: { maxConcurrentDispatches: 10 },
  },
  ({ data }) =>
    runTask(
      { name: 'syncSeats', form: payload, run: sync, failed: (fault) => log.backgroundFailed('syncSeats', fault) },
      data,
    ),
);

async function sync({ dueAt }: SeatTask): Promise<void> {
  // A queue that keeps no hours, the emulator's, hands it over at once: later changes of its window would be told by nobody.
  await pauseUntil(dueAt);
  await convergeTogether({ actor: 'task:syncSeats', now: new Date() });
  await keepContact();
}
