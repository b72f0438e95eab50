import * as z from 'zod/mini';
import * as formats from '../formats.ts';
import { permissions } from '../permissions.ts';
import { holdKinds } from '../tenant-status.ts';

export const branding = z.strictObject({ hue: formats.hue });

export const tenancyOperations = {
  createTenant: {
    input: z.strictObject({
      name: formats.name,
      /** Any text here: the operation says which rule of slugs it breaks. */
      slug: z.string().check(z.maxLength(200)),
      currency: z.optional(formats.currency),
      locale: z.optional(formats.locale),
      timeZone: z.optional(formats.timeZone),
    }),
    output: z.object({ tenantId: z.string(), slug: z.string() }),
  },
  activateTenant: {
    input: z.strictObject({ tenantId: formats.tenantId }),
    output: z.object({
      role: z.string(),
      /** Of the membership: a token whose claim says another is an old one. */
      version: z.int(),
      status: z.enum(['active', 'readonly', 'suspended', 'deleting']),
      /** What the role holds now: the tenant's own definitions are not for everybody to read. */
      permissions: z.array(z.enum(permissions)),
      /** Who holds the business back, for those who may read its billing; absent while nobody does. */
      heldBy: z.optional(z.array(z.enum(holdKinds))),
      /** That a suspended business has bought something once, for those who may pay: they can't read that, and may have to end it. */
      hasBought: z.optional(z.literal(true)),
    }),
  },
  updateTenant: {
    input: z.strictObject({
      tenantId: formats.tenantId,
      name: z.optional(formats.name),
      branding: z.optional(branding),
      locale: z.optional(formats.locale),
      timeZone: z.optional(formats.timeZone),
      currency: z.optional(formats.currency),
      orderText: z.optional(formats.orderText),
      joinOpen: z.optional(z.boolean()),
    }),
    output: z.object({}),
  },
  updateProfile: {
    input: z.strictObject({ displayName: z.optional(formats.name), locale: z.optional(formats.locale) }),
    output: z.object({}),
  },
  deleteAccount: { input: z.strictObject({}), output: z.object({}) },
  signOutEverywhere: { input: z.strictObject({}), output: z.object({}) },
} as const;
