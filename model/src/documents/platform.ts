import * as z from 'zod/mini';
import { platformAuditActions } from '../audit-actions.ts';
import { instant } from './instant.ts';

/** `operators/{uid}`: who runs the platform. */
export const operatorDocument = z.object({ email: z.string(), addedAt: instant });
export type OperatorDocument = z.infer<typeof operatorDocument>;

/** `platformAudit/{id}`: what operators did. `target` is a tenant's id or a person's uid. */
export const platformAuditDocument = z.object({
  at: instant,
  actor: z.string(),
  action: z.enum(platformAuditActions),
  target: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type PlatformAuditDocument = z.infer<typeof platformAuditDocument>;
