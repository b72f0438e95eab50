import type { Plan } from '../plans.ts';

/** How often a plan is paid for. */
export const intervals = ['month', 'year'] as const;
export type Interval = (typeof intervals)[number];

/** The plans that cost something. */
export const paidPlans = ['pro', 'business'] as const satisfies readonly Exclude<Plan, 'free'>[];
export type PaidPlan = (typeof paidPlans)[number];

/** What the platform bills in. */
export const billingCurrency = 'eur';

/** Days without a payment that a business's first subscription begins with. */
export const trialDays = 14;

/** What one seat costs, in minor units of `billingCurrency`, by plan and interval. */
const seatAmounts = {
  pro: { month: 1_200, year: 12_000 },
  business: { month: 2_900, year: 29_000 },
} as const satisfies Record<PaidPlan, Record<Interval, number>>;

/** One price of the table. Amounts are minor units a seat and interval. */
export type PriceRow = {
  readonly plan: PaidPlan;
  readonly interval: Interval;
  readonly unitAmount: number;
  readonly lookupKey: string;
};

/** Every price, by which a Stripe account is set up and a subscription is understood. */
export const priceTable: readonly PriceRow[] = paidPlans.flatMap((plan) =>
  intervals.map((interval) => ({
    plan,
    interval,
    unitAmount: seatAmounts[plan][interval],
    lookupKey: lookupKeyOf(plan, interval),
  })),
);

/** What one seat costs on a plan, in minor units of `billingCurrency` an interval. */
export function seatAmountOf(plan: PaidPlan, interval: Interval): number {
  return seatAmounts[plan][interval];
}

/** The name by which Stripe finds a price, whatever its id: `tenantry_pro_month`. */
export function lookupKeyOf(plan: PaidPlan, interval: Interval): string {
  return `tenantry_${plan}_${interval}`;
}

/** The key of a price's metadata at Stripe that names its plan: a price that was replaced has lost its lookup key. */
export const planMetadataKey = 'tenantry_plan';

/** The key of the metadata by which the portal's configurations at Stripe are found again. */
export const portalMetadataKey = 'tenantry_portal';

/** What that metadata says: the portal of a business that owes nothing, or that of one that owes, which changes no plan. */
export type Portal = 'plans' | 'owed';

/** Which of ours a configuration is, if any; older versions made one alone, and wrote a digest of it. */
export function portalOf(metadata: Readonly<Record<string, string>> | null): Portal | undefined {
  if (metadata === null || !Object.hasOwn(metadata, portalMetadataKey)) return undefined;
  return metadata[portalMetadataKey] === 'owed' ? 'owed' : 'plans';
}

export function isPaidPlan(value: unknown): value is PaidPlan {
  return (paidPlans as readonly unknown[]).includes(value);
}

export function isInterval(value: unknown): value is Interval {
  return (intervals as readonly unknown[]).includes(value);
}
