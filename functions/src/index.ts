/** The table of contents: every function that is deployed, and nothing else. */

// Callables
export { api } from './api.ts';
export { operator } from './operator.ts';

// Triggers
export { operatorsToVisits } from './operators/support/operators-to-visits.ts';
export { membershipsToClaims, operatorsToClaims } from './platform/claims/claims-triggers.ts';

// Tasks
export { sendMail } from './send-mail.ts';
export { syncSeats } from './billing/seats/sync-seats.ts';
export { closeSupportDoor } from './support/close-support-door.ts';

// Schedules
export {
  closeExpiredDoors,
  dunning,
  expireInvites,
  pruneFences,
  reconcileBilling,
  reportUsage,
  rollUpUsage,
  signAuditHeads,
  sweepClaims,
  sweepMail,
} from './schedules.ts';

// HTTP
export { stripeWebhook } from './billing/stripe-webhook.ts';
export { exportTenant } from './lifecycle/export-tenant.ts';
export { health } from './platform/health.ts';
