import { tenantId } from '@tenantry/model/formats';
import { getFunctions } from 'firebase-admin/functions';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { forEveryTenant } from '../platform/data/tenants/every-tenant.ts';
import { auditKey, region } from '../platform/environment.ts';
import { refusalOf } from '../platform/operations/errors.ts';
import { runTask } from '../platform/run-task.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { requireContext } from '../platform/tenant-context.ts';
import { isDoorOpen, shutDoor } from './support-door.ts';

type DoorTask = { readonly tenantId: string; readonly requestId: string };

const payload = z.object({ tenantId, requestId: z.string() });

/** Has the present tenant's door shut when its time, in milliseconds since the epoch, has come. */
export async function queueClosing(at: number): Promise<void> {
  const { tenantId: of, requestId } = requireContext();
  if (of === null) throw new Error('Only a tenant has a door.');
  // A moment later than the clock of the rules: who comes too early finds a door that stands open, and leaves it.
  const scheduleTime = new Date(at + 1_000);
  await getFunctions().taskQueue<DoorTask>('closeSupportDoor').enqueue({ tenantId: of, requestId }, { scheduleTime });
}

/**
 * The task at the end of a door's time: takes the visits out of the access document, which cuts listeners that are open;
 * new requests the rules' clock refused already. A door that was opened again meanwhile stays.
 */
export const closeSupportDoor = onTaskDispatched<DoorTask>(
  {
    region,
    invoker: 'private',
    secrets: [auditKey],
    memory: '256MiB',
    retryConfig: { maxAttempts: 20, minBackoffSeconds: 5, maxBackoffSeconds: 300 },
  },
  ({ data }) => runTask({ name: 'closeSupportDoor', form: payload, run: () => closeExpiredDoor(new Date()) }, data),
);

/** Shuts the present tenant's door when its time is over. Answers whether there was anything to shut. */
export async function closeExpiredDoor(now: Date): Promise<boolean> {
  try {
    return await workInTenant({ actor: 'task:closeSupportDoor', audited: 'when-changed', now }, async (work) => {
      const { tx, access, tenantId: of, audit } = work;
      if (access.supportUntil === 0 || isDoorOpen(access, now)) return Promise.resolve(false);
      shutDoor(tx, access);
      audit({ action: 'support.expired', target: of, details: { visits: Object.keys(access.support) } });
      return Promise.resolve(true);
    });
  } catch (fault) {
    // A tenant that is gone has no door.
    if (refusalOf(fault)?.details.reason === 'denied') return false;
    throw fault;
  }
}

/**
 * Shuts every door whose time is over: a task can be lost between the commit that opened the door and the queue. Answers
 * how many it shut.
 */
export async function closeExpiredDoors(now: Date): Promise<{ tenants: number; shut: number }> {
  let shut = 0;
  const tenants = await forEveryTenant(now, async () => {
    const closed = await closeExpiredDoor(now);
    shut += closed ? 1 : 0;
  });
  return { tenants, shut };
}
