import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { grantableToCustomRoles } from '../roles.ts';
import { roleKey } from './role-key.ts';

const inTenant = { tenantId: formats.tenantId };

export const roleOperations = {
  defineRole: {
    input: z.strictObject({
      ...inTenant,
      /** The operation refuses the names of built-in roles. */
      key: roleKey,
      name: formats.name,
      permissions: z.array(z.enum(grantableToCustomRoles)).check(z.maxLength(grantableToCustomRoles.length)),
      /** Refuses to change a role that is there, as somebody may just have defined it. */
      isNew: z.optional(z.boolean()),
    }),
    output: z.object({}),
  },
  deleteRole: {
    input: z.strictObject({ ...inTenant, key: roleKey, moveTo: roleKey }),
    output: z.object({}),
  },
} as const;
