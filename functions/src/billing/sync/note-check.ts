import { type BillingRecord, controlDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';

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
