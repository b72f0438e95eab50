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
  usageRefused: (meter: string, quantity: number) =>
    write('warn', 'usage refused by Stripe: it waits for the next report', { meter, quantity }),
  usageUnclear: (meter: string, reportId: string, expected: number, found: number) =>
    write('error', 'usage at Stripe is neither with nor without a report: look at its meter', {
      meter,
      reportId,
      expected,
      found,
    }),
  subscriptionsRunBesideEachOther: (count: number) =>
    write('warn', 'a business pays for several subscriptions: cancel those that it does not want', { count }),
  webhookRefused: (fault: unknown) =>
    write('warn', 'webhook answered 400: is STRIPE_WEBHOOK_SECRET that of this endpoint?', {
      fault: fault instanceof Error ? fault.name : 'unknown',
    }),
  seatsRefused: (fault: unknown) =>
    write('error', 'the quantity was refused by Stripe: the next change or the night tries again', faultFields(fault)),
  detailsRefused: (fault: unknown) =>
    write('warn', 'a customer’s name or address was refused by Stripe: it keeps the former one', faultFields(fault)),
  stripeRefused: (type: string, code: string | null, stripeRequestId: string | null) =>
    write('error', 'stripe refused what somebody asked for', { type, code, stripeRequestId }),
  webhookFailed: (fault: unknown) => write('error', 'webhook answered 500: Stripe sends it again', faultFields(fault)),
  leftOutOfList: (path: string) => write('warn', 'a document is none: it is left out of its list', { path }),
  backgroundFailed: (name: string, fault: unknown) =>
    write('error', 'background work failed', { name, ...faultFields(fault) }),
  scheduleRan: (name: string, result: unknown) => write('info', 'schedule ran', { name, result }),
} as const;

/** What is told of a fault. The words of Stripe may quote what somebody typed: of its faults the codes are told, and where it was. */
function faultFields(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { fault: String(fault) };
  if (!('type' in fault && typeof fault.type === 'string' && fault.type.startsWith('Stripe')))
    return { fault: fault.message, stack: fault.stack };
  const { type, code, requestId } = fault as { type: string; code?: unknown; requestId?: unknown };
  const where = fault.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { fault: type, code: code ?? null, stripeRequestId: requestId ?? null, stack: where.join('\n') };
}
