import { tenantId } from '@tenantry/model/formats';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { auditKey, region, stripeApiKey } from '../../platform/environment.ts';
import { log } from '../../platform/log.ts';
import { refusalOf } from '../../platform/operations/errors.ts';
import { pauseUntil } from '../../platform/pause.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';
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
  async ({ data }) => {
    const task = payload.safeParse(data);
    // Another try would bring the same payload.
    if (!task.success) log.backgroundFailed('syncSeats', new Error('The payload is not of the right form.'));
    else await inTenantContext(task.data.tenantId, task.data.requestId, () => runTask(task.data));
  },
);

async function runTask({ dueAt }: SeatTask): Promise<void> {
  // A queue that keeps no hours, the emulator's, hands it over at once: later changes of its window would be told by nobody.
  await pauseUntil(dueAt);
  try {
    await convergeTogether({ actor: 'task:syncSeats', now: new Date() });
    await keepContact();
  } catch (fault) {
    // A tenant that is gone pays for no seats.
    if (refusalOf(fault)?.details.reason === 'denied') return;
    log.backgroundFailed('syncSeats', fault);
    throw fault;
  }
}
