import type { TenantStatus } from '../tenant-status.ts';

/** What happens to a business whose payment failed, by days since: design, section 9, and decision 071. */
export const day = 86_400_000;

/** Days after the first failure on which those who can pay are written to. */
export const dunningMailDays = [0, 3, 7] as const;
export type DunningMailDay = (typeof dunningMailDays)[number];

/** From the strictest down: after so many days the billing hold stands on so much. */
const holdSteps = [
  { afterDays: 60, status: 'suspended' },
  { afterDays: 14, status: 'readonly' },
] as const;

export type BillingHold = Extract<TenantStatus, 'active' | 'readonly' | 'suspended'>;

/** The billing hold of a debt that began at a moment (milliseconds). */
export function holdOfDebt(since: number, now: number): BillingHold {
  return holdSteps.find(({ afterDays }) => now >= since + afterDays * day)?.status ?? 'active';
}

/** When a debt begins to hold its business back: read-only, and suspended. Milliseconds. */
export function holdMomentsOf(since: number): { readonly readonly: number; readonly suspended: number } {
  const at = (status: BillingHold): number =>
    since + (holdSteps.find((step) => step.status === status)?.afterDays ?? 0) * day;
  return { readonly: at('readonly'), suspended: at('suspended') };
}

/** The moments (milliseconds) after `now` at which a debt changes something: a mail, or the hold. */
export function momentsOfDebt(since: number, now: number): number[] {
  const days = [...dunningMailDays, ...holdSteps.map(({ afterDays }) => afterDays)];
  return days.map((after) => since + after * day).filter((moment) => moment > now);
}

/** The mail that is due: the latest day that has come, so that days which were missed are not made up for in one go. */
export function dunningMailDue(since: number, now: number): DunningMailDay | undefined {
  if (holdOfDebt(since, now) !== 'active') return undefined;
  return dunningMailDays.findLast((after) => now >= since + after * day);
}
