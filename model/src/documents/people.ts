import * as z from 'zod/mini';
import { instant } from './instant.ts';

/** `users/{uid}`: what a person reads about themselves. */
export const userDocument = z.object({
  displayName: z.string(),
  email: z.string(),
  locale: z.nullable(z.string()),
  claimsSyncedAt: z.nullable(instant),
});
export type UserDocument = z.infer<typeof userDocument>;

/** `users/{uid}/memberships/{t}`: the projection of a member document that the person reads and claims are made of. */
export const membershipDocument = z.object({
  tenantId: z.string(),
  slug: z.string(),
  name: z.string(),
  role: z.string(),
  version: z.int(),
  database: z.string(),
  joinedAt: instant,
  lastActiveAt: instant,
});
export type MembershipDocument = z.infer<typeof membershipDocument>;

/** `tenants/{t}/members/{uid}`: the truth about who belongs to a tenant, and as what. */
export const memberDocument = z.object({
  uid: z.string(),
  role: z.string(),
  version: z.int(),
  email: z.string(),
  displayName: z.string(),
  joinedAt: instant,
  lastSeenAt: instant,
  /** An owner's place that is offered to this person; null or absent when none is. */
  ownershipOffer: z.optional(z.nullable(z.object({ by: z.string(), expiresAt: instant }))),
  /** Of what this person asked to be told by mail. Absent before they chose. */
  notifications: z.optional(z.object({ newOrders: z.boolean() })),
});
export type MemberDocument = z.infer<typeof memberDocument>;

export const inviteStatuses = ['open', 'accepted', 'revoked', 'expired'] as const;
export type InviteStatus = (typeof inviteStatuses)[number];

/** How a mail fares, for those who asked for it. */
export const mailFares = ['waiting', 'sending', 'sent', 'failed'] as const;
export type MailFares = (typeof mailFares)[number];

/** `tenants/{t}/invites/{id}`. The secret is nowhere: it is derived from the id and the generation. */
export const inviteDocument = z.object({
  email: z.string(),
  role: z.string(),
  status: z.enum(inviteStatuses),
  message: z.string(),
  createdAt: instant,
  expiresAt: instant,
  invitedBy: z.string(),
  generation: z.int(),
  /** How often it was mailed on the last day (UTC, `yyyy-mm-dd`) on which it was. */
  mailed: z.optional(z.object({ day: z.string(), times: z.int() })),
  /** How the mail of this generation fares. One that stays `sending` lost its sender: nobody knows whether it arrived. */
  mail: z.optional(z.object({ generation: z.int(), state: z.enum(mailFares), at: instant })),
  /** Who accepted it; null until then. */
  acceptedBy: z.nullable(z.string()),
});
export type InviteDocument = z.infer<typeof inviteDocument>;
