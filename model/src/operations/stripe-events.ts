import * as z from 'zod/mini';

/** What may be wrong with an event of Stripe's: it could not be carried out, or whoever carried it out stopped in the middle. */
export const eventTroubles = ['failed', 'unfinished'] as const;
export type EventTrouble = (typeof eventTroubles)[number];

const eventId = z.string().check(z.regex(/^evt_\w{1,250}$/));

/** An event of the inbox that needs a hand. Times are ISO texts. */
const eventInTrouble = z.object({
  eventId: z.string(),
  trouble: z.enum(eventTroubles),
  /** Stripe's name of what happened, `invoice.paid` say. */
  type: z.string(),
  /** Null while its customer is nobody's. */
  tenantId: z.nullable(z.string()),
  /** The address of the business; null where it is gone, or never was. */
  slug: z.nullable(z.string()),
  attempts: z.int(),
  /** The kind of fault and Stripe's number of the request; null where nothing was noted. */
  error: z.nullable(z.string()),
  happenedAt: z.string(),
  receivedAt: z.string(),
});
export type EventInTrouble = z.infer<typeof eventInTrouble>;

export const stripeEventOperations = {
  listEvents: {
    input: z.strictObject({ trouble: z.enum(eventTroubles) }),
    /** The newest first; `more` says that there are older ones beyond. */
    output: z.object({ events: z.array(eventInTrouble), more: z.boolean() }),
  },
  replayEvent: {
    input: z.strictObject({ eventId }),
    output: z.object({ outcome: z.enum(['processed', 'repeated', 'ignored']) }),
  },
} as const;
