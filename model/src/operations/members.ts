import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { customRoleKeyPattern } from '../roles.ts';

/** A built-in role or the key of a role of the tenant's own; the operation says when there is no such role. */
export const roleKey = z.string().check(z.regex(customRoleKeyPattern));

const inTenant = { tenantId: formats.tenantId };

export const memberOperations = {
  inviteMember: {
    input: z.strictObject({
      ...inTenant,
      email: formats.email,
      role: roleKey,
      message: z.optional(formats.message),
    }),
    output: z.object({ inviteId: z.string() }),
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
  leaveTenant: { input: z.strictObject(inTenant), output: z.object({}) },
} as const;
