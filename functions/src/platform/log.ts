import { logger } from 'firebase-functions';
import { tenantContext } from './tenant-context.ts';

/**
 * The vocabulary of the log. Each line carries the tenant and the request; none carries personal data:
 * people appear by uid, and inputs never.
 */
function write(severity: 'info' | 'warn' | 'error', event: string, fields: Record<string, unknown>): void {
  const context = tenantContext();
  logger[severity](event, {
    event,
    tenantId: context?.tenantId ?? null,
    requestId: context?.requestId ?? null,
    ...fields,
  });
}

export const log = {
  operationAnswered: (operation: string, uid: string | null, milliseconds: number) =>
    write('info', 'operation answered', { operation, uid, milliseconds }),
  operationRefused: (operation: string, uid: string | null, code: string, reason: string, milliseconds: number) =>
    write('info', 'operation refused', { operation, uid, code, reason, milliseconds }),
  operationFailed: (operation: string, uid: string | null, fault: unknown) =>
    write('error', 'operation failed', { operation, uid, ...faultFields(fault) }),
  claimsWritten: (uid: string, tenants: number) => write('info', 'claims written', { uid, tenants }),
  claimsSkipped: (uid: string) => write('warn', 'claims skipped: no such person in Authentication', { uid }),
  claimsHealed: (uid: string, marks: number) => write('warn', 'claims healed', { uid, marks }),
  fencePruned: (entries: number) => write('info', 'fence pruned', { entries }),
  mailQueueFailed: (mailId: string, fault: unknown) =>
    write('error', 'mail not queued: a sweep will', { mailId, ...faultFields(fault) }),
  mailSent: (mailId: string, kind: string) => write('info', 'mail sent', { mailId, kind }),
  mailFailed: (mailId: string, kind: string, fault: unknown) =>
    write('error', 'mail failed', { mailId, kind, ...faultFields(fault) }),
  mailUnknown: (mailId: string, kind: string, fault: unknown) =>
    write('error', 'mail may have arrived or not: it stays claimed', { mailId, kind, ...faultFields(fault) }),
  mailDelayed: (mailId: string, fault: unknown) =>
    write('warn', 'mail delayed: the queue tries again', { mailId, ...faultFields(fault) }),
  stripeEventFailed: (eventId: string, fault: unknown) =>
    write('error', 'stripe event failed', { eventId, ...faultFields(fault) }),
  webhookFailed: (fault: unknown) => write('error', 'webhook answered 500: Stripe sends it again', faultFields(fault)),
  backgroundFailed: (name: string, fault: unknown) =>
    write('error', 'background work failed', { name, ...faultFields(fault) }),
  scheduleRan: (name: string, result: unknown) => write('info', 'schedule ran', { name, result }),
} as const;

function faultFields(fault: unknown): Record<string, unknown> {
  return fault instanceof Error ? { fault: fault.message, stack: fault.stack } : { fault: String(fault) };
}
