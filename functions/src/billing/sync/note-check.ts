import type { PlacementDocument } from '@tenantry/model/documents/tenants';
import { type BillingRecord, controlDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { readTenant, runInControlPlane } from '../../platform/data/transactions.ts';
import { requireContext } from '../../platform/tenant-context.ts';
import { readBillingRecord } from './billing-record.ts';

/**
 * Notes in the register when the clock changes something next, for the schedule to find: what a billing record says, unless a later
 * one was noted before. Whoever dies before it is made good by the nightly reconciliation.
 */
export async function noteCheck(
  tenantId: string,
  { checkAt, fence }: Pick<BillingRecord, 'checkAt' | 'fence'>,
): Promise<void> {
  const path = controlDocuments.placement(tenantId);
  await runInControlPlane(async (control) => {
    const placement = await control.get(path);
    if (!placement || (placement.billingCheckFence ?? 0) > fence) return;
    control.update(path, {
      billingCheckAt: checkAt === null ? null : instantOf(checkAt),
      billingCheckFence: fence,
    });
  });
}

/** Notes what the present tenant's billing record says, where somebody may have died before they did; not where a placement says so. */
export async function noteCheckAgain(placement?: Pick<PlacementDocument, 'billingCheckAt'>): Promise<void> {
  const record = await readTenant(readBillingRecord);
  if (placement && record.checkAt === (placement.billingCheckAt?.toMillis() ?? null)) return;
  await noteCheck(requireContext().tenantId ?? '', record);
}
