/** What a plan can unlock beyond its limits; entitlements land in the tenant and in its access document. */
export const features = ['custom-roles', 'audit-export', 'usage-report', 'priority-support'] as const;
export type Feature = (typeof features)[number];

export const plans = ['free', 'pro', 'business'] as const;
export type Plan = (typeof plans)[number];

/** What a plan counts. `null` is unlimited. */
export type Limits = {
  /** Members and open invitations with a role that takes a seat. */
  readonly seats: number | null;
  /** Products that exist, archived ones included. */
  readonly products: number | null;
  /** Orders placed in a calendar month (UTC). */
  readonly ordersPerMonth: number | null;
};

type PlanTerms = { readonly limits: Limits; readonly features: readonly Feature[] };

const terms = {
  free: { limits: { seats: 5, products: 100, ordersPerMonth: 200 }, features: [] },
  pro: { limits: { seats: 25, products: 2_000, ordersPerMonth: 5_000 }, features: ['audit-export', 'usage-report'] },
  business: {
    limits: { seats: null, products: null, ordersPerMonth: null },
    features: ['custom-roles', 'audit-export', 'usage-report', 'priority-support'],
  },
} as const satisfies Record<Plan, PlanTerms>;

export function limitsOf(plan: Plan): Limits {
  return terms[plan].limits;
}

export function featuresOf(plan: Plan): readonly Feature[] {
  return terms[plan].features;
}

/**
 * Whether a business has a feature now: by its plan, by what operators gave or took, or by a roll-out. Asked of its access document by
 * operations, as the rules' `feature` does, and of its own document by pages; one write keeps the two alike.
 */
export function hasFeature({ features: had }: { readonly features: readonly Feature[] }, feature: Feature): boolean {
  return had.includes(feature);
}

export function isPlan(value: unknown): value is Plan {
  return (plans as readonly unknown[]).includes(value);
}

/** Whether one more fits under a limit. Limits refuse additions only, so a count above the limit is a state, not an error. */
export function fitsLimit(limit: number | null, countAfter: number): boolean {
  return limit === null || countAfter <= limit;
}
