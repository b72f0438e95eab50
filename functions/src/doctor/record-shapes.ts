import { intervals, paidPlans } from '@tenantry/model/billing/price-table';
import { meters } from '@tenantry/model/billing/meters';
import { subscriptionStatuses } from '@tenantry/model/billing/subscription-facts';
import { alertPercents } from '@tenantry/model/billing/usage-alerts';
import { instant } from '@tenantry/model/documents/instant';
import { permissions } from '@tenantry/model/permissions';
import { features, plans } from '@tenantry/model/plans';
import { supportRoles } from '@tenantry/model/roles';
import { tenantStatuses } from '@tenantry/model/tenant-status';
import * as z from 'zod/mini';
import type {
  AuditHead,
  BillingRecord,
  ClaimsRecord,
  IdempotencyRecord,
  StoredAccess,
} from '../platform/data/documents.ts';
import type { UsageRecord } from '../platform/data/usage-record.ts';

/** The shapes of the records that the server keeps for itself: whoever works with one trusts it, and the doctor looks. */

const milliseconds = z.nullable(z.int());
const versions = z.record(z.string(), z.int());
const status = z.enum(tenantStatuses);

export const accessShape: z.ZodMiniType<StoredAccess> = z.object({
  status,
  holds: z.object({ operator: status, billing: status, deletion: status }),
  seq: z.int(),
  fence: versions,
  floor: z.int(),
  roles: z.record(z.string(), z.array(z.enum(permissions))),
  supportUntil: instant,
  supportScope: z.enum(supportRoles),
  support: z.record(z.string(), instant),
  features: z.array(z.enum(features)),
});

export const auditHeadShape: z.ZodMiniType<AuditHead> = z.object({ seq: z.int(), hash: z.string() });

export const idempotencyShape: z.ZodMiniType<IdempotencyRecord> = z.object({
  request: z.string(),
  answer: z.record(z.string(), z.unknown()),
  at: instant,
  expiresAt: instant,
});

export const claimsRecordShape: z.ZodMiniType<ClaimsRecord> = z.object({
  marks: z.exactOptional(z.record(z.string(), z.object({ at: instant, tenants: z.array(z.string()) }))),
  markedAt: z.exactOptional(instant),
  agreed: z.exactOptional(z.record(z.string(), z.object({ version: z.int(), at: instant }))),
});

const timed = <Value>(value: z.ZodMiniType<Value>) => z.object({ value, until: milliseconds });

const subscriptionFacts = z.object({
  id: z.string(),
  status: z.enum(subscriptionStatuses),
  plan: z.nullable(z.enum(paidPlans)),
  interval: z.nullable(z.enum(intervals)),
  quantity: z.int(),
  createdAt: z.int(),
  paidUntil: z.int(),
  trialEnd: milliseconds,
  cancelAtPeriodEnd: z.boolean(),
  owedSince: milliseconds,
  unitAmount: z.exactOptional(z.nullable(z.int())),
  currency: z.exactOptional(z.nullable(z.string())),
});

export const billingRecordShape: z.ZodMiniType<BillingRecord> = z.object({
  customerId: z.nullable(z.string()),
  fence: z.int(),
  overrides: z.object({
    plan: z.exactOptional(timed(z.enum(plans))),
    features: z.exactOptional(z.partialRecord(z.enum(features), timed(z.boolean()))),
  }),
  subscriptions: z.array(subscriptionFacts),
  invoices: z.record(z.string(), z.string()),
  dunning: z.nullable(z.object({ since: z.int(), days: z.array(z.int()) })),
  checkAt: milliseconds,
  syncedAt: milliseconds,
  checkouts: z.exactOptional(z.int()),
  trialUsed: z.exactOptional(z.boolean()),
  contact: z.exactOptional(z.object({ uid: z.nullable(z.string()), telling: z.record(z.string(), z.int()) })),
});

const meter = z.enum(meters);
const quantities = z.partialRecord(meter, z.int());

export const usageRecordShape: z.ZodMiniType<UsageRecord> = z.object({
  customerId: z.nullable(z.string()),
  waiting: z.partialRecord(meter, z.object({ quantity: z.int(), at: z.int() })),
  open: z.array(z.object({ id: z.string(), meter, quantity: z.int(), at: z.int(), sentAt: z.int() })),
  reported: quantities,
  reportedBefore: quantities,
  lastTold: quantities,
  alerts: z.partialRecord(meter, z.object({ percent: z.literal(alertPercents), month: z.string() })),
});
