import { controlDocuments, type StripeEventDocument } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';

/** What is kept of an event. Moments are milliseconds. */
export type ReceivedEvent = {
  readonly id: string;
  readonly type: string;
  readonly createdAt: number;
  readonly customerId: string | null;
};

/** Stripe sends an event again for three days, and shows it for thirty; it can be replayed as long. */
const keptForMilliseconds = 30 * 86_400_000;

/**
 * Records an event before anything is done about it, with the tenant whose customer it is by our own register. Answers what is
 * recorded: an event that was `processed` before is a repetition.
 */
export function recordEvent(
  { id, type, createdAt, customerId }: ReceivedEvent,
  now: Date,
): Promise<StripeEventDocument> {
  return runInControlPlane(async (control) => {
    const path = controlDocuments.stripeEvent(id);
    const [known, customer] = await Promise.all([
      control.get(path),
      customerId === null ? undefined : control.get(controlDocuments.stripeCustomer(customerId)),
    ]);
    if (known?.status === 'processed') return known;
    const event: StripeEventDocument = {
      type,
      customerId,
      tenantId: customer?.tenantId ?? null,
      status: 'recorded',
      attempts: (known?.attempts ?? 0) + 1,
      createdAt: instantOf(createdAt),
      receivedAt: known?.receivedAt ?? instantOf(now),
      processedAt: null,
      error: null,
      expiresAt: known?.expiresAt ?? instantOf(now.getTime() + keptForMilliseconds),
    };
    control.set(path, event);
    return event;
  });
}

/** Notes what became of an event. */
export async function settleEvent(
  eventId: string,
  outcome: Pick<StripeEventDocument, 'status' | 'error'>,
  now: Date,
): Promise<void> {
  const processedAt = outcome.status === 'failed' ? null : instantOf(now);
  await runInControlPlane(async (control) =>
    control.update(controlDocuments.stripeEvent(eventId), { ...outcome, processedAt }),
  );
}
