import type { EventInTrouble, EventTrouble } from '@tenantry/model/operations/stripe-events';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { controlDocuments, type StripeEventDocument } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { operatorOperation } from '../operator-operation.ts';
import { slugsOf } from '../slugs-of.ts';

/** As many as somebody looks through; those that were carried out make room for older ones. */
const pageSize = 200;
/** Longer than the webhook may take: what is not settled by then has lost whoever carried it out. */
const settlingForMilliseconds = 5 * 60_000;

const newestInStatus = declareQuery('stripeEvents', { where: [['status', '==']], orderBy: [['receivedAt', 'desc']] });

const statusOf = { failed: 'failed', unfinished: 'recorded' } as const satisfies Record<
  EventTrouble,
  StripeEventDocument['status']
>;

/** Lists events of Stripe's that were not carried out, the newest first. What they said was never kept. */
export const listEvents = operatorOperation('listEvents', ({ input: { trouble }, now }) =>
  runInControlPlane(async (control) => {
    const found = await control.find(
      controlDocuments.stripeEvents(),
      newestInStatus,
      [statusOf[trouble]],
      pageSize + 1,
    );
    const shown = found.slice(0, pageSize).filter(({ data }) => trouble === 'failed' || isAbandoned(data, now));
    const slugs = await slugsOf(control, shown);
    const events = shown.map((event) => ({ ...told(event), trouble, slug: slugs.get(event.data.tenantId) ?? null }));
    return { events, more: found.length > pageSize };
  }),
);

function isAbandoned({ receivedAt }: StripeEventDocument, now: Date): boolean {
  return now.getTime() - receivedAt.toMillis() > settlingForMilliseconds;
}

function told({
  id,
  data: { type, tenantId, attempts, error, createdAt, receivedAt },
}: Found<StripeEventDocument>): Omit<EventInTrouble, 'trouble' | 'slug'> {
  return {
    eventId: id,
    type,
    tenantId,
    attempts,
    error,
    happenedAt: createdAt.toDate().toISOString(),
    receivedAt: receivedAt.toDate().toISOString(),
  };
}
