import { type Portal, portalMetadataKey, portalOf } from '../../model/src/billing/price-table.ts';
import type { Stripe } from 'stripe';

type Wanted = Stripe.BillingPortal.ConfigurationCreateParams.Features;
export type PortalProduct = { readonly product: string; readonly prices: string[] };

/** A pause would be a plan that nobody pays for. */
const always = {
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: { enabled: true, mode: 'at_period_end' },
  subscription_pause: { enabled: false },
} as const satisfies Wanted;

/**
 * The portal changes plans, never seats: these follow the team. A plan that is changed within a trial leaves the trial as it is, which is
 * what our pages promise; Stripe ends it and charges at once where nobody says otherwise.
 */
const plansFeatures = (products: readonly PortalProduct[]) =>
  ({
    ...always,
    subscription_update: {
      enabled: true,
      default_allowed_updates: ['price'],
      proration_behavior: 'create_prorations',
      products: products.map((each) => ({ ...each, adjustable_quantity: { enabled: false } })),
      trial_update_behavior: 'continue_trial',
    },
  }) satisfies Wanted;

/**
 * Who owes pays first: a change of plan would credit the time that nobody paid for, and Stripe takes an invoice that this credit covers for a
 * payment.
 */
const owedFeatures = { ...always, subscription_update: { enabled: false } } satisfies Wanted;

const names = {
  plans: 'the portal’s configuration',
  owed: 'the portal’s configuration for who owes',
} as const satisfies Record<Portal, string>;

/**
 * Brings the configurations of an account's billing portal in step with what is wanted of them, whoever changed them and whichever version of
 * this made them; what is not named here (the headline, reasons for leaving) is its owner's. Answers what was done, in words.
 */
export async function setUpPortal(stripe: Stripe, products: readonly PortalProduct[]): Promise<readonly string[]> {
  const { data } = await stripe.billingPortal.configurations.list({ active: true, limit: 100 });
  const of = (portal: Portal) => data.find(({ metadata }) => portalOf(metadata) === portal);
  return [
    ...(await setUp(stripe, 'plans', of('plans'), plansFeatures(products))),
    ...(await setUp(stripe, 'owed', of('owed'), owedFeatures)),
  ];
}

async function setUp(
  stripe: Stripe,
  portal: Portal,
  listed: Stripe.BillingPortal.Configuration | undefined,
  wanted: ReturnType<typeof plansFeatures> | typeof owedFeatures,
): Promise<readonly string[]> {
  const name = names[portal];
  if (!listed) {
    await stripe.billingPortal.configurations.create({ features: wanted, metadata: { [portalMetadataKey]: portal } });
    return [`made ${name}`];
  }
  // Stripe tells the products only when it is asked for them.
  const expand = ['features.subscription_update.products'];
  const { features: present } = await stripe.billingPortal.configurations.retrieve(listed.id, { expand });
  const update = { ...wanted.subscription_update, schedule_at_period_end: { conditions: [] } };
  const all = { ...wanted, subscription_update: update };
  const differing = namesOf(all).filter((name) => !isAsWanted(all[name], present[name]));
  if (differing.length === 0) return [];
  await stripe.billingPortal.configurations.update(listed.id, {
    // An empty list can't be told to Stripe: an empty text stands for it.
    features: { ...wanted, subscription_update: { ...update, schedule_at_period_end: { conditions: '' } } },
  });
  return [`set ${name}: ${differing.join(', ')} differed`];
}

const namesOf = <T extends object>(of: T): (keyof T)[] => Object.keys(of) as (keyof T)[];

/** Whether everything that is wanted is there, lists in any order. More may be there; what is left out is off. */
function isAsWanted(wanted: unknown, present: unknown): boolean {
  if (wanted === false) return present === false || present === undefined || present === null;
  if (Array.isArray(wanted)) {
    const there: readonly unknown[] = Array.isArray(present) ? present : [];
    return there.length === wanted.length && wanted.every((each) => there.some((one) => isAsWanted(each, one)));
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === present;
  const fields = new Map(Object.entries(present ?? {}));
  return Object.entries(wanted).every(([name, value]) => isAsWanted(value, fields.get(name)));
}
