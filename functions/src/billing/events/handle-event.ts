import { randomUUID } from 'node:crypto';
import type { StripeEventDocument } from '../../platform/data/documents.ts';
import { findDatabaseOf } from '../../platform/data/tenants/placement.ts';
import { log } from '../../platform/log.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';
import { convergeTogether } from '../sync/converge-together.ts';
import { noteCheckAgain } from '../sync/note-check.ts';
import { type ReceivedEvent, recordEvent, settleEvent } from './inbox.ts';

export type EventOutcome = 'processed' | 'repeated' | 'ignored';

/**
 * Takes one event: records it, and brings the business that it is about in step with Stripe. What the event says is a hint;
 * `processed` is only what was carried out. Throws when that failed: it is recorded so, and whoever sent it sends it again.
 */
export async function handleEvent(received: ReceivedEvent, now: Date): Promise<EventOutcome> {
  const event = await recordEvent(received, now);
  return event.status === 'processed' ? 'repeated' : settle(received.id, event, now);
}

/** Takes an event of the inbox once more, even one that was carried out. */
export async function replay(eventId: string, recorded: StripeEventDocument, now: Date): Promise<EventOutcome> {
  const { type, customerId, createdAt } = recorded;
  const received = { id: eventId, type, customerId, createdAt: createdAt.toMillis() };
  return settle(eventId, await recordEvent(received, now), now);
}

type Recorded = Pick<StripeEventDocument, 'tenantId' | 'attempts'>;

async function settle(eventId: string, { tenantId, attempts }: Recorded, now: Date): Promise<EventOutcome> {
  // A customer of a business that is gone is nobody's.
  if (tenantId === null || (await findDatabaseOf(tenantId)) === undefined) {
    await settleEvent(eventId, { status: 'ignored', error: null }, now);
    return 'ignored';
  }
  await carryOut(eventId, { tenantId, again: attempts > 1 }, now);
  return 'processed';
}

type Business = { readonly tenantId: string; readonly again: boolean };

async function carryOut(eventId: string, { tenantId, again }: Business, now: Date): Promise<void> {
  try {
    await inTenantContext(tenantId, randomUUID(), async () => {
      await convergeTogether({ actor: 'stripe', now });
      // Who failed may have failed at this alone, and what is in step already is not noted anew.
      if (again) await noteCheckAgain();
    });
  } catch (fault) {
    log.stripeEventFailed(eventId, fault);
    await settleEvent(eventId, { status: 'failed', error: wordsOf(fault) }, now);
    throw fault;
  }
  await settleEvent(eventId, { status: 'processed', error: null }, now);
}

/** Which kind of fault it was, and Stripe's number of the request: its message may quote what somebody typed. */
function wordsOf(fault: unknown): StripeEventDocument['error'] {
  if (!(fault instanceof Error)) return 'unknown';
  const { code, requestId } = fault as { code?: unknown; requestId?: unknown };
  return [fault.name, code, requestId].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
}
