import { controlDocuments } from '../../platform/data/documents.ts';
import type { ControlTransaction } from '../../platform/data/scoped-transaction.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import { workInTenant, type TenantWorkOptions } from '../../platform/operations/tenant-work.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';
import type { OperatorCall } from '../operator-operation.ts';
import { requireRegistered } from '../require-operator.ts';

/** Work of an operator in the tenant that the input names, in its transaction. Throws `missing` when there is none. */
export async function inVisitedTenant<T>(
  { caller, input, now, requestId }: OperatorCall<{ readonly tenantId: string }>,
  audited: TenantWorkOptions['audited'],
  work: (tenant: TenantWork, registers: ControlTransaction) => Promise<T>,
): Promise<T> {
  const { tenantId } = input;
  const placement = await runInControlPlane((control) => control.get(controlDocuments.placement(tenantId)));
  if (!placement) throw new Refusal('missing', 'There is no such business.');
  return inTenantContext(tenantId, requestId, () =>
    workInTenant({ actor: caller.uid, audited, now }, async (tenant, registers) => {
      await requireRegistered(registers, caller);
      return work(tenant, registers);
    }),
  );
}
