import * as z from 'zod/mini';
import { intervals, paidPlans } from '../billing/price-table.ts';
import * as formats from '../formats.ts';
import { features, plans } from '../plans.ts';

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

/** Until when an override is in force, an ISO time; without one until it is taken back. */
const until = z.optional(z.iso.datetime());

export const billingOverrideOperations = {
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
      features: z.partialRecord(z.enum(features), z.nullable(z.boolean())),
      until,
      reason: formats.reason,
    }),
    /** The features that are in force now. */
    output: z.object({ features: z.array(z.enum(features)) }),
  },
  replayEvent: {
    input: z.strictObject({ eventId: z.string().check(z.regex(/^evt_\w{1,250}$/)) }),
    output: z.object({ outcome: z.enum(['processed', 'repeated', 'ignored']) }),
  },
} as const;
