import type { OperatorOperation } from '@tenantry/model/operations/operator';
import { setTenantFeatures } from './operators/billing/set-tenant-features.ts';
import { setTenantPlan } from './operators/billing/set-tenant-plan.ts';
import { syncTenantBilling } from './operators/billing/sync-tenant-billing.ts';
import { listEvents } from './operators/events/list-events.ts';
import { replayEvent } from './operators/events/replay-event.ts';
import { getTenant } from './operators/get-tenant.ts';
import { listTenants } from './operators/list-tenants.ts';
import { listMails } from './operators/mails/list-mails.ts';
import { resendMail } from './operators/mails/resend-mail.ts';
import type { Operation } from './operators/operator-operation.ts';
import { requireOperatorClaim } from './operators/require-operator.ts';
import { runOperatorOperation } from './operators/run-operator-operation.ts';
import { enterTenant } from './operators/support/enter-tenant.ts';
import { leaveTenant } from './operators/support/leave-tenant.ts';
import { reportPageView } from './operators/support/report-page-view.ts';
import { setTenantStatus } from './operators/set-tenant-status.ts';
import { serveCallable, unknownOperation } from './platform/operations/serve-callable.ts';

/** The operations of `operator`. One that the model names and this table lacks does not compile. */
const operations: { readonly [Name in OperatorOperation]: Operation<Name> } = {
  listTenants,
  getTenant,
  setTenantStatus,
  setTenantPlan,
  setTenantFeatures,
  syncTenantBilling,
  listEvents,
  replayEvent,
  enterTenant,
  leaveTenant,
  reportPageView,
  listMails,
  resendMail,
};

/** Every operation of the platform's operators behind one callable: `POST …/operator/<operation>`. */
export const operator = serveCallable(async ({ operation, ...request }) => {
  if (!isOperation(operation)) {
    requireOperatorClaim(request.caller);
    throw unknownOperation();
  }
  return runOperatorOperation(operation, operations[operation], request);
});

function isOperation(name: string): name is OperatorOperation {
  return Object.hasOwn(operations, name);
}
