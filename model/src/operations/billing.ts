import * as z from 'zod/mini';
import { intervals, paidPlans } from '../billing/price-table.ts';
import { subscriptionStatuses } from '../billing/subscription-facts.ts';
import * as formats from '../formats.ts';
import { features, plans } from '../plans.ts';
import { tenantStatuses } from '../tenant-status.ts';

const inTenant = { tenantId: formats.tenantId };
/** A page of Stripe's, to which the browser goes. */
const elsewhere = z.object({ url: z.string() });

export const billingOperations = {
  startCheckout: {
    input: z.strictObject({ ...inTenant, plan: z.enum(paidPlans), interval: z.enum(intervals) }),
    output: elsewhere,
  },
  openBillingPortal: { input: z.strictObject(inTenant), output: elsewhere },
  syncBilling: { input: z.strictObject(inTenant), output: z.object({}) },
} as const;

/** Until when an override is in force, an ISO time; without one until it is taken back. Only with something that is given. */
const until = z.optional(z.iso.datetime());

/** What operators know of what a business pays, as it was last in step. Times are ISO texts. */
export const tenantBilling = z.object({
  /** Its id at Stripe; null while it never bought anything. */
  customerId: z.nullable(z.string()),
  /** The plan that is paid for; operators may have given another one. */
  plan: z.enum(plans),
  status: z.enum([...subscriptionStatuses, 'none']),
  /** Subscriptions that run; more than one is a purchase too many. */
  running: z.int(),
  pastDueSince: z.nullable(z.string()),
  /** What a debt holds back. */
  hold: z.enum(tenantStatuses),
  /** When Stripe was last heard; null when it never was. */
  syncedAt: z.nullable(z.string()),
});
export type TenantBilling = z.infer<typeof tenantBilling>;

/** What operators do about what a business has and pays for. */
export const tenantBillingOperations = {
  setTenantPlan: {
    /** `plan` takes the place of what is paid for; `paid` takes the override back. */
    input: z.strictObject({ ...inTenant, plan: z.enum([...plans, 'paid']), until, reason: formats.reason }),
    /** The plan that is in force now. */
    output: z.object({ plan: z.enum(plans) }),
  },
  setTenantFeatures: {
    /** `true` gives a feature, `false` takes it, null leaves it to the plan again; what is not named stays as it was. */
    input: z.strictObject({
      ...inTenant,
      features: z
        .partialRecord(z.enum(features), z.nullable(z.boolean()))
        .check(z.refine((named) => Object.keys(named).length > 0, 'empty')),
      until,
      reason: formats.reason,
    }),
    /** The features that are in force now. */
    output: z.object({ features: z.array(z.enum(features)) }),
  },
  /** Brings a business in step with Stripe now. */
  syncTenantBilling: { input: z.strictObject(inTenant), output: z.object({ billing: tenantBilling }) },
} as const;
