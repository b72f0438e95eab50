import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { features, plans } from '../plans.ts';
import { supportRoles } from '../roles.ts';
import { tenantStatuses } from '../tenant-status.ts';
import { tenantBilling } from './billing.ts';

/** A door that stands open to support. `until` is an ISO time; `inside` says that whoever asks is in now. */
export const openDoor = z.object({
  until: z.string(),
  scope: z.enum(supportRoles),
  /** The owner's own words. */
  reason: z.string(),
  inside: z.boolean(),
  /** The business pays for being helped first. */
  priority: z.boolean(),
});
export type OpenDoor = z.infer<typeof openDoor>;

/** A row of the console's list. `createdAt` is an ISO time. */
export const tenantSummary = z.object({
  tenantId: z.string(),
  slug: z.string(),
  name: z.string(),
  plan: z.enum(plans),
  status: z.enum(tenantStatuses),
  operatorHold: z.enum(tenantStatuses),
  createdAt: z.string(),
  /** Null while no door stands open. */
  supportDoor: z.nullable(openDoor),
});
export type TenantSummary = z.infer<typeof tenantSummary>;

/** Until when an operator's gift is in force: an ISO time, or null until it is taken back. */
const until = z.nullable(z.string());

/** What operators gave a business or took from it, as far as it is in force now. */
export const gifts = z.object({
  /** Null while the business has the plan that it pays for. */
  plan: z.nullable(z.object({ plan: z.enum(plans), until })),
  /** In the order of the table; `given` is false for one that was taken. */
  features: z.array(z.object({ feature: z.enum(features), given: z.boolean(), until })),
});
export type Gifts = z.infer<typeof gifts>;

export const tenantRegisterOperations = {
  listTenants: {
    input: z.strictObject({
      cursor: z.optional(z.string().check(z.maxLength(1_000))),
      /** The beginning of a name or an address. */
      search: z.optional(formats.line(0, 120)),
      /** Only those whose door to support stands open, the first to shut first; all on one page. */
      doorsOpen: z.optional(z.boolean()),
    }),
    /** `cursor` is null on the last page. */
    output: z.object({ tenants: z.array(tenantSummary), cursor: z.nullable(z.string()) }),
  },
  getTenant: {
    input: z.strictObject({ tenantId: formats.tenantId }),
    /** `database` is where a visitor's pages read. */
    output: z.extend(tenantSummary, { database: z.string(), gifts, billing: tenantBilling }),
  },
  setTenantStatus: {
    input: z.strictObject({
      tenantId: formats.tenantId,
      status: z.enum(['active', 'readonly', 'suspended']),
      reason: formats.reason,
    }),
    output: z.object({ status: z.enum(tenantStatuses) }),
  },
} as const;
