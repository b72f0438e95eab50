import { type Interval, lookupKeyOf, type PaidPlan } from '@tenantry/model/billing/price-table';
import { Refusal } from '../../platform/operations/errors.ts';
import { isRefusedByStripe } from '../stripe/refused-by-stripe.ts';
import { stripe } from '../stripe/stripe-client.ts';

export type Offer = { readonly plan: PaidPlan; readonly interval: Interval };

/** Prices change by hand and rarely; a new one is sold after so long at the latest. */
const rememberedForMilliseconds = 10 * 60_000;
const remembered = new Map<string, { readonly id: string; readonly until: number }>();

/**
 * Sells at the price of a plan, by its id at Stripe. One that is remembered may have been replaced since: when Stripe refuses what is
 * done with it, it is looked up once more. Throws `state` where the account was not set up with it.
 */
export async function atPriceOf<T>(
  { plan, interval }: Offer,
  now: Date,
  sell: (price: string) => Promise<T>,
): Promise<T> {
  const key = lookupKeyOf(plan, interval);
  const known = remembered.get(key);
  if (!known || known.until <= now.getTime()) return sell(await lookUp(key, now));
  try {
    return await sell(known.id);
  } catch (fault) {
    if (!isRefusedByStripe(fault)) throw fault;
    const present = await lookUp(key, now);
    if (present === known.id) throw fault;
    return sell(present);
  }
}

async function lookUp(key: string, now: Date): Promise<string> {
  const client = await stripe();
  const { data } = await client.prices.list({ lookup_keys: [key], active: true, limit: 1 });
  const [price] = data;
  if (!price) {
    remembered.delete(key);
    throw new Refusal(
      'state',
      'This plan is not on sale here yet. Whoever runs the platform runs `npm run stripe:setup`.',
    );
  }
  remembered.set(key, { id: price.id, until: now.getTime() + rememberedForMilliseconds });
  return price.id;
}
