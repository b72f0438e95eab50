import { isRunning } from '@tenantry/model/billing/subscription-facts';
import { getFunctions } from 'firebase-admin/functions';
import type { SeatChange } from '../../members/membership/seats.ts';
import { log } from '../../platform/log.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import { requireContext } from '../../platform/tenant-context.ts';
import { isWrittenToNobody } from '../contact/is-being-told.ts';
import { readBillingRecord } from '../sync/billing-record.ts';
import { sharedTask } from './shared-task.ts';

/** What the task `syncSeats` is given; `dueAt` in milliseconds since the epoch. */
export type SeatTask = { readonly tenantId: string; readonly requestId: string; readonly dueAt: number };

/**
 * Has Stripe told after the commit when a change moves the seats that are used, or when an owner is one no more, whom it may be writing to:
 * in one task for all changes of some seconds. A business without a running subscription has no seats to tell. Reads before the first write, in the transaction that counts the
 * seats: either it sees the subscription, or whoever writes that down sees the seats.
 */
export async function announceSeats(
  { tx, afterCommit }: Pick<TenantWork, 'tx' | 'afterCommit'>,
  changes: readonly SeatChange[],
): Promise<void> {
  const moved = changes.reduce((total, { seatsUsed }) => total + seatsUsed, 0) !== 0;
  const ownerLeft = changes.some(({ owners }) => owners < 0);
  if (!moved && !ownerLeft) return;
  const { customerId, contact, subscriptions } = await readBillingRecord(tx);
  const mayWriteToThem = customerId !== null && !(contact && isWrittenToNobody(contact));
  if ((ownerLeft && mayWriteToThem) || (moved && subscriptions.some(isRunning))) afterCommit(queueSync);
}

/** A task that can't be queued is the nightly reconciliation's: nobody's change of the team fails by it. */
async function queueSync(): Promise<void> {
  const { tenantId, requestId } = requireContext();
  if (tenantId === null) throw new Error('Only a tenant has seats.');
  // The moment of the queueing, which is after the commit: a task of that window is still to come.
  const { id, dueAt } = sharedTask(tenantId, Date.now());
  const queue = getFunctions().taskQueue<SeatTask>('syncSeats');
  await queue.enqueue({ tenantId, requestId, dueAt }, { id, scheduleTime: new Date(dueAt) }).catch((fault: unknown) => {
    if (!isQueuedAlready(fault)) log.backgroundFailed('queueing syncSeats', fault);
  });
}

function isQueuedAlready(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'functions/task-already-exists';
}
