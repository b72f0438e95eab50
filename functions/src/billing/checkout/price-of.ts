import { type Interval, lookupKeyOf, type PaidPlan } from '@tenantry/model/billing/price-table';
import { Refusal } from '../../platform/operations/errors.ts';
import { stripe } from '../stripe/stripe-client.ts';

/** Prices change by hand and rarely; a new one is sold after so long at the latest. */
const rememberedForMilliseconds = 10 * 60_000;
const remembered = new Map<string, { readonly id: string; readonly until: number }>();

/** The id of a price at Stripe. Throws `state` where the account was not set up with it. */
export async function priceOf(plan: PaidPlan, interval: Interval, now: Date): Promise<string> {
  const key = lookupKeyOf(plan, interval);
  const known = remembered.get(key);
  if (known && known.until > now.getTime()) return known.id;
  const client = await stripe();
  const { data } = await client.prices.list({ lookup_keys: [key], active: true, limit: 1 });
  const [price] = data;
  if (!price) {
    throw new Refusal(
      'state',
      'This plan is not on sale here yet. Whoever runs the platform runs `npm run stripe:setup`.',
    );
  }
  remembered.set(key, { id: price.id, until: now.getTime() + rememberedForMilliseconds });
  return price.id;
}
