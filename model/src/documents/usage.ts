import * as z from 'zod/mini';
import { meters } from '../billing/meters.ts';
import { instant } from './instant.ts';

/** `tenants/{t}/usageEvents/{id}`: the ledger. One billable act, written with it under an id that is made of it. */
export const usageEventDocument = z.object({
  meter: z.enum(meters),
  /** A whole number that is not 0; below 0 where something that stands is given back. */
  quantity: z.int(),
  at: instant,
  /** When it was rolled up; null until then. */
  rolledUpAt: z.nullable(instant),
});
export type UsageEventDocument = z.infer<typeof usageEventDocument>;

/** By meter; one that is absent is 0. */
const quantities = z.partialRecord(z.enum(meters), z.int());

/** `tenants/{t}/usage/{yyyy-mm}`: what a business used in a month (UTC), rolled up from the ledger every hour. */
export const usageDocument = z.object({
  month: z.string(),
  /** The sum of the month's events, by meter; absent is 0. */
  totals: quantities,
  /** The same by day, `01` to `31`; days without events are absent. */
  days: z.record(z.string(), quantities),
  /**
   * What stood when this was rolled up last: seats used, seats invited beside them, products. Of a month that is over it is how the
   * month ended.
   */
  standing: z.object({ seats: z.int(), invited: z.int(), products: z.int() }),
  rolledUpAt: instant,
});
export type UsageDocument = z.infer<typeof usageDocument>;
