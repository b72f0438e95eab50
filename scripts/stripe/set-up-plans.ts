import {
  billingCurrency,
  intervals,
  lookupKeyOf,
  paidPlans,
  type PaidPlan,
  planMetadataKey,
  priceTable,
  type PriceRow,
} from '../../model/src/billing/price-table.ts';
import type { Stripe } from 'stripe';
import { Refusal } from '../progress.ts';
import { setUpMeters } from './set-up-meters.ts';
import { type PortalProduct, setUpPortal } from './set-up-portal.ts';

/** What was done to an account, in words. */
export type Change = string;

const productNames = { pro: 'Pro', business: 'Business' } as const satisfies Record<PaidPlan, string>;

/** A product keeps its id for ever, so that it is found again whatever it is called by then. */
const productIdOf = (plan: PaidPlan): string => `tenantry_${plan}`;

/**
 * Brings a Stripe account in step with the plan table: a product for each plan, a price for each of its intervals by lookup key, a meter
 * for each billable act, and the billing portal's configuration. Safe to run again: what is right is left alone. Answers what was done.
 * Throws a Refusal that tells it too, when all is done, where something is wrong that only people can mend.
 */
export async function setUpAccount(stripe: Stripe): Promise<readonly Change[]> {
  const { prices, changes } = await setUpPrices(stripe);
  const metered = await setUpMeters(stripe);
  const all = [...changes, ...metered.changes, ...(await setUpPortal(stripe, onOffer(prices)))];
  if (metered.faults.length > 0) throw new Refusal([...all, ...metered.faults].join('\n'));
  return all;
}

/**
 * Products and prices alone; answers the prices' ids by lookup key, too. A price is never changed, since Stripe lets nobody; another
 * one takes over its lookup key, and who pays the old one goes on.
 */
export async function setUpPrices(
  stripe: Stripe,
): Promise<{ readonly prices: ReadonlyMap<string, string>; readonly changes: readonly Change[] }> {
  const changes: Change[] = [];
  for (const plan of paidPlans) changes.push(...(await setUpProduct(stripe, plan)));
  const prices = new Map<string, string>();
  for (const row of priceTable) {
    const { id, change } = await setUpPrice(stripe, row);
    prices.set(row.lookupKey, id);
    changes.push(...change);
  }
  return { prices, changes };
}

async function setUpProduct(stripe: Stripe, plan: PaidPlan): Promise<Change[]> {
  const id = productIdOf(plan);
  const name = productNames[plan];
  const found = await stripe.products.retrieve(id).catch(orNothing);
  if (!found) {
    await stripe.products.create({ id, name, unit_label: 'seat', metadata: { [planMetadataKey]: plan } });
    return [`made the product ${id}`];
  }
  if (found.name === name && found.active) return [];
  await stripe.products.update(id, { name, active: true });
  return [`set the product ${id}`];
}

async function setUpPrice(stripe: Stripe, row: PriceRow): Promise<{ id: string; change: Change[] }> {
  const { lookupKey, plan, interval, unitAmount } = row;
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey], limit: 1 });
  const [present] = data;
  if (present && isRight(present, row)) return { id: present.id, change: [] };
  const made = await stripe.prices.create({
    product: productIdOf(plan),
    currency: billingCurrency,
    unit_amount: unitAmount,
    recurring: { interval },
    lookup_key: lookupKey,
    transfer_lookup_key: true,
    metadata: { [planMetadataKey]: plan },
  });
  // One of another product is its owner's; it has lost its lookup key.
  if (present?.active && isOfPlan(present, plan)) await stripe.prices.update(present.id, { active: false });
  return { id: made.id, change: [`${present ? 'replaced' : 'made'} the price ${lookupKey}`] };
}

function isRight(price: Stripe.Price, { plan, interval, unitAmount }: PriceRow): boolean {
  return (
    price.active &&
    isOfPlan(price, plan) &&
    price.unit_amount === unitAmount &&
    price.currency === billingCurrency &&
    price.recurring?.interval === interval &&
    price.recurring.interval_count === 1 &&
    price.recurring.usage_type === 'licensed' &&
    // Of ten seats for the price of one.
    price.transform_quantity === null &&
    price.metadata[planMetadataKey] === plan
  );
}

function isOfPlan({ product }: Stripe.Price, plan: PaidPlan): boolean {
  return (typeof product === 'string' ? product : product.id) === productIdOf(plan);
}

/** What the portal offers: every plan, by its prices. */
function onOffer(prices: ReadonlyMap<string, string>): PortalProduct[] {
  return paidPlans.map((plan) => ({
    product: productIdOf(plan),
    prices: intervals.flatMap((interval) => prices.get(lookupKeyOf(plan, interval)) ?? []),
  }));
}

function orNothing(fault: unknown): undefined {
  if (fault instanceof Error && 'code' in fault && fault.code === 'resource_missing') return undefined;
  throw fault;
}
