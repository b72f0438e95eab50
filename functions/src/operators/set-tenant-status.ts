import { withHold } from '@tenantry/model/access';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import { operatorOperation } from './operator-operation.ts';
import { writePlatformAudit } from './platform-audit.ts';
import { requireRegistered } from './require-operator.ts';

/**
 * Moves the operator's hold of a tenant; the other holds stay, so the status answered is the strictest of them. Rules
 * and operations judge by it from the commit on. Both audit logs tell of it.
 */
export const setTenantStatus = operatorOperation('setTenantStatus', async ({ caller, input, now, requestId }) => {
  const { tenantId, status, reason } = input;
  const placement = await runInControlPlane((control) => control.get(controlDocuments.placement(tenantId)));
  if (!placement) throw new Refusal('missing', 'There is no such business.');
  return inTenantContext(tenantId, requestId, () =>
    workInTenant({ actor: caller.uid, audited: true, now }, async ({ tx, access, audit }, registers) => {
      await requireRegistered(registers, caller);
      const next = withHold(access, 'operator', status);
      tx.update(tenantDocuments.access(), { holds: next.holds, status: next.status });
      const details = { before: access.holds.operator, after: status, status: next.status, reason };
      audit({ action: 'tenant.status-set', target: tenantId, details });
      writePlatformAudit(registers, now, { actor: caller.uid, action: 'tenant.status-set', target: tenantId, details });
      return { status: next.status };
    }),
  );
});
