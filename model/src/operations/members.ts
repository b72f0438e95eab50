import * as z from 'zod/mini';
import { errorReasons } from '../errors.ts';
import * as formats from '../formats.ts';
import { roleKey } from './role-key.ts';

const inTenant = { tenantId: formats.tenantId };

const whomAsWhat = { email: formats.email, role: roleKey, message: z.optional(formats.message) };

/** One row of a list of invitations. */
export const invitation = z.strictObject(whomAsWhat);
export type Invitation = z.infer<typeof invitation>;

/** The most rows of one list. */
export const invitationsAtOnce = 100;

/** What came of one row: its invitation, or why there is none. */
const invited = z.union([
  z.object({ inviteId: z.string() }),
  z.object({
    reason: z.enum(errorReasons),
    issues: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
    limit: z.optional(z.int()),
    plan: z.optional(z.string()),
    retryAfterSeconds: z.optional(z.int()),
  }),
]);
export type Invited = z.infer<typeof invited>;

export const memberOperations = {
  inviteMember: {
    input: z.strictObject({ ...inTenant, ...whomAsWhat }),
    output: z.object({ inviteId: z.string() }),
  },
  inviteMembers: {
    input: z.strictObject({
      ...inTenant,
      // Each row is parsed on its own, as `invitation`, so that a wrong one stops no other.
      invites: z.array(z.custom<z.input<typeof invitation>>()).check(z.minLength(1), z.maxLength(invitationsAtOnce)),
    }),
    output: z.object({ answers: z.array(invited) }),
  },
  resendInvite: { input: z.strictObject({ ...inTenant, inviteId: formats.documentId }), output: z.object({}) },
  revokeInvite: { input: z.strictObject({ ...inTenant, inviteId: formats.documentId }), output: z.object({}) },
  acceptInvite: {
    input: z.strictObject({ ...inTenant, inviteId: formats.documentId, secret: formats.secret }),
    output: z.object({ tenantId: z.string(), role: z.string() }),
  },
  joinAsCustomer: {
    input: z.strictObject({ slug: formats.slug }),
    output: z.object({ tenantId: z.string() }),
  },
  setMemberRole: {
    input: z.strictObject({ ...inTenant, uid: formats.documentId, role: roleKey }),
    output: z.object({}),
  },
  removeMember: { input: z.strictObject({ ...inTenant, uid: formats.documentId }), output: z.object({}) },
  offerOwnership: { input: z.strictObject({ ...inTenant, uid: formats.documentId }), output: z.object({}) },
  acceptOwnership: { input: z.strictObject(inTenant), output: z.object({}) },
  leaveTenant: { input: z.strictObject(inTenant), output: z.object({}) },
} as const;
