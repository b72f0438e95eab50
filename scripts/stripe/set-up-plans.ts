import { createHash } from 'node:crypto';
import {
  billingCurrency,
  lookupKeyOf,
  paidPlans,
  type PaidPlan,
  planMetadataKey,
  portalMetadataKey,
  priceTable,
  type PriceRow,
} from '../../model/src/billing/price-table.ts';
import type { Stripe } from 'stripe';

/** What was done to an account, in words. */
export type Change = string;

const productNames = { pro: 'Pro', business: 'Business' } as const satisfies Record<PaidPlan, string>;

/** A product keeps its id for ever, so that it is found again whatever it is called by then. */
const productIdOf = (plan: PaidPlan): string => `tenantry_${plan}`;

/**
 * Brings a Stripe account in step with the plan table: a product for each plan, a price for each of its intervals by lookup key, and
 * the billing portal's configuration. Safe to run again: what is right is left alone. Answers what was done.
 */
export async function setUpAccount(stripe: Stripe): Promise<readonly Change[]> {
  const { prices, changes } = await setUpPrices(stripe);
  return [...changes, ...(await setUpPortal(stripe, prices))];
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
  if (present?.active) await stripe.prices.update(present.id, { active: false });
  return { id: made.id, change: [`${present ? 'replaced' : 'made'} the price ${lookupKey}`] };
}

function isRight(price: Stripe.Price, { plan, interval, unitAmount }: PriceRow): boolean {
  return (
    price.active &&
    price.unit_amount === unitAmount &&
    price.currency === billingCurrency &&
    price.recurring?.interval === interval &&
    price.metadata[planMetadataKey] === plan
  );
}

/** The portal changes plans, never seats: these follow the team. */
async function setUpPortal(stripe: Stripe, prices: ReadonlyMap<string, string>): Promise<Change[]> {
  const products = paidPlans.map((plan) => ({
    product: productIdOf(plan),
    prices: (['month', 'year'] as const).flatMap((interval) => prices.get(lookupKeyOf(plan, interval)) ?? []),
  }));
  const features = {
    invoice_history: { enabled: true },
    payment_method_update: { enabled: true },
    subscription_cancel: { enabled: true, mode: 'at_period_end' },
    subscription_update: {
      enabled: true,
      default_allowed_updates: ['price'],
      proration_behavior: 'create_prorations',
      products,
    },
  } satisfies Stripe.BillingPortal.ConfigurationCreateParams.Features;
  const signed = JSON.stringify(products);
  const { data } = await stripe.billingPortal.configurations.list({ active: true, limit: 100 });
  const present = data.find(({ metadata }) => metadata?.[portalMetadataKey] !== undefined);
  if (present?.metadata?.[portalMetadataKey] === digestOf(signed)) return [];
  const metadata = { [portalMetadataKey]: digestOf(signed) };
  if (present) await stripe.billingPortal.configurations.update(present.id, { features, metadata });
  else await stripe.billingPortal.configurations.create({ features, metadata });
  return [`${present ? 'set' : 'made'} the portal’s configuration`];
}

/** A value of metadata holds 500 characters. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function orNothing(fault: unknown): undefined {
  if (fault instanceof Error && 'code' in fault && fault.code === 'resource_missing') return undefined;
  throw fault;
}
