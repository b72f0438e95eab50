import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { roleKey } from './role-key.ts';

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
  offerOwnership: { input: z.strictObject({ ...inTenant, uid: formats.documentId }), output: z.object({}) },
  acceptOwnership: { input: z.strictObject(inTenant), output: z.object({}) },
  leaveTenant: { input: z.strictObject(inTenant), output: z.object({}) },
} as const;
