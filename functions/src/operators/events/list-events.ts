import { instant } from '@tenantry/model/documents/instant';
import * as formats from '@tenantry/model/formats';
import type { EventInTrouble, EventTrouble } from '@tenantry/model/operations/stripe-events';
import * as z from 'zod/mini';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { controlDocuments, type StripeEventDocument } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { ControlTransaction, Found } from '../../platform/data/scoped-transaction.ts';
import { readControlPlane } from '../../platform/data/transactions.ts';
import { operatorOperation } from '../operator-operation.ts';
import { slugsOf } from '../slugs-of.ts';
import { wholeOnes } from '../whole-ones.ts';

/** As many as somebody looks through; those that were carried out make room for older ones. */
const pageSize = 200;
/** Longer than the webhook may take: what is not settled by then has lost whoever carried it out. */
const settlingForMilliseconds = 5 * 60_000;

const newestInStatus = declareQuery('stripeEvents', { where: [['status', '==']], orderBy: [['receivedAt', 'desc']] });
const newestInStatusUntil = declareQuery('stripeEvents', {
  where: [
    ['status', '=='],
    ['receivedAt', '<='],
  ],
  orderBy: [['receivedAt', 'desc']],
});

type Find = (control: ControlTransaction, now: Date) => Promise<Found<StripeEventDocument>[]>;

/** One more than is shown, so that it is known whether there are more. */
const findInTrouble = {
  failed: (control) => control.find(controlDocuments.stripeEvents(), newestInStatus, ['failed'], pageSize + 1),
  unfinished: (control, now) => {
    const abandoned = ['recorded', instantOf(now.getTime() - settlingForMilliseconds)];
    return control.find(controlDocuments.stripeEvents(), newestInStatusUntil, abandoned, pageSize + 1);
  },
} as const satisfies Record<EventTrouble, Find>;

const shownOfEvent = z.object({
  type: z.string(),
  tenantId: z.nullable(formats.tenantId),
  attempts: z.int(),
  error: z.nullable(z.string()),
  createdAt: instant,
  receivedAt: instant,
});

/** Lists events of Stripe's that were not carried out, the newest first. What they said was never kept. */
export const listEvents = operatorOperation('listEvents', ({ input: { trouble }, now }) =>
  readControlPlane(async (control) => {
    const found = await findInTrouble[trouble](control, now);
    const shown = wholeOnes('stripeEvents', shownOfEvent, found.slice(0, pageSize));
    const slugs = await slugsOf(control, shown);
    const events = shown.map((event) => ({ ...told(event), trouble, slug: slugs.get(event.data.tenantId) ?? null }));
    return { events, more: found.length > pageSize };
  }),
);

function told({
  id,
  data: { createdAt, receivedAt, ...rest },
}: Found<z.output<typeof shownOfEvent>>): Omit<EventInTrouble, 'trouble' | 'slug'> {
  return {
    ...rest,
    eventId: id,
    happenedAt: createdAt.toDate().toISOString(),
    receivedAt: receivedAt.toDate().toISOString(),
  };
}
