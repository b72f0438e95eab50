import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { plans } from '../plans.ts';
import { tenantStatuses } from '../tenant-status.ts';

/** A row of the console's list. `createdAt` is an ISO time. */
export const tenantSummary = z.object({
  tenantId: z.string(),
  slug: z.string(),
  name: z.string(),
  plan: z.enum(plans),
  status: z.enum(tenantStatuses),
  operatorHold: z.enum(tenantStatuses),
  createdAt: z.string(),
});
export type TenantSummary = z.infer<typeof tenantSummary>;

export const tenantRegisterOperations = {
  listTenants: {
    input: z.strictObject({
      cursor: z.optional(z.string().check(z.maxLength(1_000))),
      /** The beginning of a name or an address. */
      search: z.optional(formats.line(0, 120)),
    }),
    /** `cursor` is null on the last page. */
    output: z.object({ tenants: z.array(tenantSummary), cursor: z.nullable(z.string()) }),
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
