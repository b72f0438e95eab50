import type { Stripe } from 'stripe';
import type { StripeDouble } from '../stripe/double.ts';

/**
 * What a business must come to, written anew from the contract and the issue and not from the functions: from what Stripe holds, what operators
 * gave, and the clock. All in plain values.
 */
export type Expected = {
  readonly plan: string;
  readonly features: readonly string[];
  readonly seatLimit: number | null;
  readonly hold: 'active' | 'readonly' | 'suspended';
  readonly paidPlan: string;
  readonly status: string;
  readonly pastDueSince: number | null;
};

/** Moments in milliseconds; null does not end. */
export type Given = {
  readonly plan?: { readonly value: string; readonly until: number | null };
  readonly features?: Readonly<Record<string, { readonly value: boolean; readonly until: number | null }>>;
};

const rank = ['free', 'pro', 'business'];
const gives: Readonly<Record<string, { readonly features: readonly string[]; readonly seats: number | null }>> = {
  free: { features: [], seats: 5 },
  pro: { features: ['audit-export', 'usage-report'], seats: 25 },
  business: { features: ['custom-roles', 'audit-export', 'usage-report', 'priority-support'], seats: null },
};
const allFeatures = ['custom-roles', 'audit-export', 'usage-report', 'priority-support'];

/**
 * When each invoice of the debt that stands was asked for, or drafted where nobody asked, in seconds. Going back from the latest that Stripe
 * made, the debt is all up to the first that was paid: that payment ended whatever had been owed before. What asked for nothing, or for less,
 * was no payment, though Stripe calls it paid, and is not owed either.
 */
function debtOf(inOrderOfMaking: readonly Stripe.Invoice[]): number[] {
  const lastPayment = inOrderOfMaking.findLastIndex(({ status, subtotal }) => status === 'paid' && subtotal > 0);
  return inOrderOfMaking.flatMap(({ status, status_transitions, created }, place) =>
    place <= lastPayment || status === 'void' || status === 'paid' ? [] : [status_transitions.finalized_at ?? created],
  );
}

const isLate = ({ status }: Stripe.Subscription): boolean => status === 'past_due' || status === 'unpaid';

/** Its people want no further period. Of what is not paid for they have nothing left then, and are on what they have besides. */
function goesNoFurther({ cancel_at_period_end, cancel_at, items }: Stripe.Subscription): boolean {
  const nextPeriod = items.data[0]?.current_period_end ?? 0;
  return cancel_at_period_end || (cancel_at !== null && cancel_at <= nextPeriod);
}

const days = (milliseconds: number): number => milliseconds / 86_400_000;

export function expectedOf(stripe: StripeDouble, customers: readonly string[], given: Given, now: number): Expected {
  const invoices = [...stripe.account.store.table('invoice').values()] as Stripe.Invoice[];
  const running = ([...stripe.account.store.table('subscription').values()] as Stripe.Subscription[])
    .filter(({ customer }) => customers.some((one) => one === customer))
    .filter(({ status }) => ['trialing', 'active', 'past_due', 'unpaid'].includes(status))
    .filter((each) => !(isLate(each) && goesNoFurther(each)))
    .map((each) => {
      const owed = isLate(each);
      const dates = debtOf(invoices.filter(({ parent }) => parent?.subscription_details?.subscription === each.id));
      const since = (dates.length > 0 ? Math.min(...dates) : (each.items.data[0]?.current_period_start ?? 0)) * 1_000;
      const lateBy = owed ? days(now - since) : -1;
      const hold = lateBy >= 60 ? 'suspended' : lateBy >= 14 ? 'readonly' : 'active';
      return { plan: String(each.items.data[0]?.price.metadata.tenantry_plan), each, owed, since, hold } as const;
    });
  const lightest = (['active', 'readonly', 'suspended'] as const).find((hold) =>
    running.some((one) => one.hold === hold),
  );
  const counted = running.filter(({ hold }) => hold === lightest);
  const paidPlan = rank.findLast((plan) => counted.some((one) => one.plan === plan)) ?? 'free';
  const debts = counted.filter(({ owed }) => owed).map(({ since }) => since);
  // Of equals one that is paid for shows, then the oldest, then the id.
  const of = counted
    .filter((one) => one.plan === paidPlan)
    .toSorted((a, b) => a.each.created - b.each.created || (a.each.id < b.each.id ? -1 : 1));
  const ruling = of.find(({ owed }) => !owed) ?? of[0];
  const lives = (timed: { readonly until: number | null } | undefined): boolean =>
    timed !== undefined && (timed.until === null || now < timed.until);
  const plan = given.plan && lives(given.plan) ? given.plan.value : paidPlan;
  const had = gives[plan]?.features ?? [];
  return {
    plan,
    features: allFeatures.filter((feature) => {
      const one = given.features?.[feature];
      return one && lives(one) ? one.value : had.includes(feature);
    }),
    seatLimit: gives[plan]?.seats ?? null,
    hold: lightest ?? 'active',
    paidPlan,
    status: ruling?.each.status ?? 'none',
    pastDueSince: debts.length > 0 ? Math.min(...debts) : null,
  };
}
