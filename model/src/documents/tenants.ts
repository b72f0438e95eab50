import * as z from 'zod/mini';
import { permissions } from '../permissions.ts';
import { features, plans } from '../plans.ts';
import { supportRoles } from '../roles.ts';
import { instant } from './instant.ts';

/** `slugs/{slug}`: what anybody who knows a shop's address may see of it before signing in. */
export const slugDocument = z.object({
  tenantId: z.string(),
  name: z.string(),
  hue: z.int(),
  database: z.string(),
});
export type SlugDocument = z.infer<typeof slugDocument>;

/** `placements/{t}`: where a tenant's data lies. `createdBy` and `slug` make `createTenant` safe to retry. */
export const placementDocument = z.object({
  database: z.string(),
  region: z.string(),
  state: z.enum(['settled', 'moving']),
  slug: z.string(),
  /** The name as operators search it: `searchKeyOf`. A copy, kept in step with the tenant's name. */
  nameKey: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  /** When the clock alone changes the tenant's billing state next; null or absent when it never does. */
  billingCheckAt: z.optional(z.nullable(instant)),
  /** The counter of the billing record that says so: of two that are noted the later one stays. */
  billingCheckFence: z.optional(z.int()),
});
export type PlacementDocument = z.infer<typeof placementDocument>;

const limit = z.nullable(z.int());

/** `tenants/{t}`: what staff read of their own business. */
export const tenantDocument = z.object({
  name: z.string(),
  slug: z.string(),
  plan: z.enum(plans),
  features: z.array(z.enum(features)),
  limits: z.object({ seats: limit, products: limit, ordersPerMonth: limit }),
  /**
   * Roles that the tenant defined, by key, for people to see. A copy: the access document judges. Absent before the first.
   */
  roles: z.optional(z.record(z.string(), z.object({ name: z.string(), permissions: z.array(z.enum(permissions)) }))),
  /** The door to support, for people to see while one stands open. A copy: the access document judges. */
  supportDoor: z.optional(z.nullable(z.object({ until: instant, scope: z.enum(supportRoles), reason: z.string() }))),
  /** Who of support came in, by uid: the name they had then, and when last. For people to see; the log holds uids alone. */
  supportVisitors: z.optional(z.record(z.string(), z.object({ name: z.string(), at: instant }))),
  createdAt: instant,
});
export type TenantDocument = z.infer<typeof tenantDocument>;

/** A role of the tenant's own, as people see it. */
export type RoleDefinition = NonNullable<TenantDocument['roles']>[string];

/** `tenants/{t}/public/profile`: what everybody who belongs to a tenant reads, customers included. */
export const profileDocument = z.object({
  name: z.string(),
  slug: z.string(),
  branding: z.object({ hue: z.int() }),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  orderText: z.string(),
  joinOpen: z.boolean(),
});
export type ProfileDocument = z.infer<typeof profileDocument>;

/** `tenants/{t}/system/counters`: kept in the transactions that change what they count. */
export const countersDocument = z.object({
  /** Members with a role that takes a seat, and owners among them. */
  seatsUsed: z.int(),
  owners: z.int(),
  /** Open invitations to a role that takes a seat. */
  seatsInvited: z.int(),
  products: z.int(),
  /** The number of the newest order; 0 before the first. */
  lastOrderNumber: z.int(),
  /** Orders placed in a month, by `yyyy-mm` (UTC); the present and the former month. */
  ordersByMonth: z.record(z.string(), z.int()),
  /** Those of them that customers placed above the plan's limit: counted and flagged, never refused. */
  ordersOverPlan: z.optional(z.record(z.string(), z.int())),
});
export type CountersDocument = z.infer<typeof countersDocument>;

/** `tenants/{t}/audit/{id}`: one entry of the chain. */
export const auditDocument = z.object({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  target: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** The request that did it, as the log of the functions names it. */
  requestId: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});
export type AuditDocument = z.infer<typeof auditDocument>;
