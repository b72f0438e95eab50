import { onSchedule, type ScheduleFunction } from 'firebase-functions/v2/scheduler';
import { randomUUID } from 'node:crypto';
import { signAuditHeads as signHeads } from './audit/sign-audit-heads.ts';
import { dunning as remind } from './billing/schedules/dunning.ts';
import { reconcileBilling as reconcile } from './billing/schedules/reconcile-billing.ts';
import { sweepMail as sweepOutbox } from './mail/sweep-mail.ts';
import { expireInvites as expire } from './members/invitations/expire-invites.ts';
import { pruneFences as prune } from './platform/claims/prune-fences.ts';
import { sweepClaims as sweep } from './platform/claims/sweep-claims.ts';
import { operationSecrets, region } from './platform/environment.ts';
import { log } from './platform/log.ts';
import { inPlatformContext } from './platform/tenant-context.ts';
import { reportUsage as report } from './usage/report/report-usage.ts';
import { rollUpUsage as rollUp } from './usage/roll-up/roll-up-usage.ts';
import { closeExpiredDoors as closeDoors } from './support/close-support-door.ts';

/** What a schedule does at a moment. What it answers is logged, and printed by `npm run schedule`. */
type Handler = (now: Date) => Promise<unknown>;

/** Every schedule by name. Each is declared platform-wide and enters a tenant's context for each tenant's part. */
export const schedules = {
  pruneFences: platformWide('pruneFences', prune),
  sweepClaims: platformWide('sweepClaims', sweep),
  expireInvites: platformWide('expireInvites', expire),
  closeExpiredDoors: platformWide('closeExpiredDoors', closeDoors),
  sweepMail: platformWide('sweepMail', sweepOutbox),
  reconcileBilling: platformWide('reconcileBilling', reconcile),
  dunning: platformWide('dunning', remind),
  rollUpUsage: platformWide('rollUpUsage', rollUp),
  reportUsage: platformWide('reportUsage', report),
  signAuditHeads: platformWide('signAuditHeads', signHeads),
} as const satisfies Record<string, Handler>;

export const pruneFences = every('every 30 minutes', schedules.pruneFences);
export const sweepClaims = every('every 2 minutes', schedules.sweepClaims);
export const expireInvites = every('every 60 minutes', schedules.expireInvites);
export const closeExpiredDoors = every('every 30 minutes', schedules.closeExpiredDoors);
export const sweepMail = every('every 5 minutes', schedules.sweepMail);
export const reconcileBilling = every('every day 03:10', schedules.reconcileBilling);
export const dunning = every('every 60 minutes', schedules.dunning);
export const rollUpUsage = every('every 60 minutes', schedules.rollUpUsage);
export const reportUsage = every('every 60 minutes', schedules.reportUsage);
export const signAuditHeads = every('every day 00:05', schedules.signAuditHeads);

function platformWide(name: string, handler: Handler): Handler {
  return (now) =>
    inPlatformContext(randomUUID(), async () => {
      const result = await handler(now);
      log.scheduleRan(name, result);
      return result;
    });
}

function every(schedule: string, handler: Handler): ScheduleFunction {
  return onSchedule(
    { schedule, region, timeZone: 'Etc/UTC', timeoutSeconds: 1_800, memory: '512MiB', secrets: operationSecrets },
    async ({ scheduleTime }) => {
      await handler(new Date(scheduleTime));
    },
  );
}
