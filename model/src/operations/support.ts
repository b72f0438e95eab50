import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { supportRoles } from '../roles.ts';

/** The longest that a support door stands open, in hours. */
export const supportHoursAtMost = 24;

/** A page as the address names it, without a question: it is kept in the audit log, where nobody's name may stand. */
const supportPage = z.string().check(z.regex(/^[\w/.-]{1,200}$/));

const inTenant = { tenantId: formats.tenantId };

export const supportOperations = {
  openSupport: {
    input: z.strictObject({
      ...inTenant,
      hours: z.int().check(z.minimum(1), z.maximum(supportHoursAtMost)),
      reason: formats.reason,
      /** What support sees; no people and no orders unless told. */
      scope: z.optional(z.enum(supportRoles)),
    }),
    output: z.object({}),
  },
  closeSupport: { input: z.strictObject(inTenant), output: z.object({}) },
} as const;

export const supportVisitOperations = {
  enterTenant: {
    input: z.strictObject({ ...inTenant, reason: formats.reason }),
    /** `until` is an ISO time; `slug` and `name` are for the address and the banner. */
    output: z.object({ until: z.string(), scope: z.enum(supportRoles), slug: z.string(), name: z.string() }),
  },
  leaveTenant: { input: z.strictObject(inTenant), output: z.object({}) },
  reportPageView: {
    input: z.strictObject({ ...inTenant, page: supportPage }),
    output: z.object({}),
  },
} as const;
