import { entitlementsOf } from '@tenantry/model/billing/billing-state';
import type { PlacementDocument } from '@tenantry/model/documents/tenants';
import { isDeepStrictEqual } from 'node:util';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { forEveryTenant } from '../../platform/data/tenants/every-tenant.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import { readBillingRecord } from '../sync/billing-record.ts';
import { keepContact } from '../contact/keep-contact.ts';
import { convergeBilling } from '../sync/converge-billing.ts';
import { noteCheckAgain } from '../sync/note-check.ts';

/**
 * Brings every business in step with Stripe, whatever events were lost, and with the plan table and the roll-outs as they are deployed.
 * Answers how many there are, and how many had to do with billing.
 */
export async function reconcileBilling(now: Date): Promise<{ tenants: number; reconciled: number }> {
  let reconciled = 0;
  const tenants = await forEveryTenant(now, async (tenantId, placement) => {
    if (await isInStep(tenantId, placement, now)) return;
    try {
      await convergeBilling({ actor: 'schedule:reconcileBilling', now });
      await keepContact();
    } finally {
      await noteCheckAgain(placement);
    }
    reconciled += 1;
  });
  return { tenants, reconciled };
}

/**
 * Whether a business that never was a customer has what its plan gives, and the register knows when that changes: for most it does,
 * and nothing is written for them.
 */
function isInStep(tenantId: string, { billingCheckAt }: PlacementDocument, now: Date): Promise<boolean> {
  return readTenant(async (tx) => {
    const [record, tenant] = await Promise.all([readBillingRecord(tx), tx.get(tenantDocuments.tenant())]);
    if (record.customerId !== null || !tenant) return tenant === undefined;
    if (record.checkAt !== (billingCheckAt?.toMillis() ?? null)) return false;
    const { plan, features, limits } = entitlementsOf(tenantId, 'free', record.overrides, now.getTime());
    return isDeepStrictEqual(
      [plan, [...features], { ...limits }],
      [tenant.plan, tenant.features, { ...tenant.limits }],
    );
  });
}
