import { featuresOf, type Feature, features, limitsOf, type Limits, type Plan, plans } from '../plans.ts';
import { type BillingHold, holdOfDebt, momentsOfDebt } from './dunning.ts';
import { inForce, momentsOfOverrides, type Overrides } from './overrides.ts';
import { rolledOutTo } from './rollouts.ts';
import { isRunning, standingOf, type SubscriptionFacts, type SubscriptionStatus } from './subscription-facts.ts';

/** What a business may do, by what it pays for and what operators gave it. */
export type Entitlements = {
  readonly plan: Plan;
  readonly features: readonly Feature[];
  readonly limits: Limits;
};

/** What a business pays for, for those who may see it. Moments are milliseconds since the epoch. */
export type SubscriptionState = {
  /** The plan that is paid for; operators may have given another one. */
  readonly plan: Plan;
  readonly status: SubscriptionStatus | 'none';
  readonly interval: 'month' | 'year' | null;
  /** The seats that are paid for. */
  readonly seats: number;
  /** What a seat costs, in minor units of `currency`; null while no subscription runs. */
  readonly unitAmount: number | null;
  readonly currency: string | null;
  readonly paidUntil: number | null;
  readonly trialEnd: number | null;
  readonly pastDueSince: number | null;
  readonly cancelAtPeriodEnd: boolean;
};

export type BillingState = {
  readonly subscription: SubscriptionState;
  readonly entitlements: Entitlements;
  /** Where the billing hold stands. */
  readonly hold: BillingHold;
  /** When the clock alone changes something next, milliseconds; null when it never does. */
  readonly nextChangeAt: number | null;
  /** The subscription that the state follows from; null when none runs. */
  readonly rulingId: string | null;
};

export type BillingInputs = {
  readonly tenantId: string;
  readonly subscriptions: readonly SubscriptionFacts[];
  readonly overrides: Overrides;
  readonly now: number;
};

/**
 * Invariant 7: the billing state of a business is this function of Stripe's present state, the operators' overrides and the
 * clock, and of nothing else. All subscriptions count: a debt holds a business back only while nothing that is paid for, or
 * owed for less than the days of grace, runs beside it.
 */
export function billingStateOf({ tenantId, subscriptions, overrides, now }: BillingInputs): BillingState {
  const running = subscriptions.filter(isRunning);
  const lightest = Math.min(...running.map((each) => severity(each, now)));
  const counted = running.filter((each) => severity(each, now) === lightest).sort(rulesFirst);
  const [ruling] = counted;
  const debts = counted.flatMap((each) => (isOwed(each) ? [owedSince(each)] : []));
  const pastDueSince = debts.length > 0 ? Math.min(...debts) : null;
  const paidPlan = ruling?.plan ?? 'free';
  return {
    subscription: {
      plan: paidPlan,
      status: ruling?.status ?? 'none',
      interval: ruling?.interval ?? null,
      seats: ruling?.quantity ?? 0,
      unitAmount: ruling?.unitAmount ?? null,
      currency: ruling?.currency ?? null,
      paidUntil: ruling?.paidUntil ?? null,
      trialEnd: ruling?.trialEnd ?? null,
      pastDueSince,
      cancelAtPeriodEnd: ruling?.cancelAtPeriodEnd ?? false,
    },
    entitlements: entitlementsOf(tenantId, paidPlan, overrides, now),
    hold: ruling ? holdOf(ruling, now) : 'active',
    nextChangeAt: earliest([
      ...running.flatMap((each) => (isOwed(each) ? momentsOfDebt(owedSince(each), now) : [])),
      ...momentsOfOverrides(overrides, now),
    ]),
    rulingId: ruling?.id ?? null,
  };
}

/** What a business has on a plan that it pays for, with what operators gave and took, and what is rolled out to it. */
export function entitlementsOf(tenantId: string, paidPlan: Plan, overrides: Overrides, now: number): Entitlements {
  const plan = inForce(overrides.plan, now) ?? paidPlan;
  const had = new Set([...featuresOf(plan), ...rolledOutTo(tenantId)]);
  return {
    plan,
    features: features.filter((feature) => inForce(overrides.features?.[feature], now) ?? had.has(feature)),
    limits: limitsOf(plan),
  };
}

const severities = { active: 0, readonly: 1, suspended: 2 } as const satisfies Record<BillingHold, number>;

function severity(each: SubscriptionFacts, now: number): number {
  return severities[holdOf(each, now)];
}

function holdOf(each: SubscriptionFacts, now: number): BillingHold {
  return isOwed(each) ? holdOfDebt(owedSince(each), now) : 'active';
}

function isOwed({ status }: SubscriptionFacts): boolean {
  return standingOf(status) === 'owed';
}

/** A debt without an invoice, all of them void say, began with the period that is not paid for. */
function owedSince({ owedSince: since, paidUntil, createdAt }: SubscriptionFacts): number {
  return since ?? Math.max(createdAt, paidUntil);
}

/** The largest plan rules; of equals one that is paid for, then the oldest, then the id, so that all agree. */
function rulesFirst(a: SubscriptionFacts, b: SubscriptionFacts): number {
  const rank = (each: SubscriptionFacts): number => plans.indexOf(each.plan ?? 'free');
  return (
    rank(b) - rank(a) || Number(isOwed(a)) - Number(isOwed(b)) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
  );
}

function earliest(moments: readonly number[]): number | null {
  return moments.length > 0 ? Math.min(...moments) : null;
}
