import { billingStateOf, type SubscriptionState } from '@tenantry/model/billing/billing-state';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { readBillingRecord } from '../../billing/sync/billing-record.ts';
import { type BillingRecord, type StoredAccess, tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

export type Kept = {
  readonly record: BillingRecord;
  readonly tenant: TenantDocument | undefined;
  readonly access: StoredAccess | undefined;
  readonly subscription: SubscriptionDocument | undefined;
};

/** What is kept of a business's billing, as it is at the moment of the transaction. */
export async function readKept(tx: TenantTransaction): Promise<Kept> {
  const [record, tenant, access, subscription] = await Promise.all([
    readBillingRecord(tx),
    tx.get(tenantDocuments.tenant()),
    tx.get(tenantDocuments.access()),
    tx.get(tenantDocuments.subscription()),
  ]);
  return { record, tenant, access, subscription };
}

type Facts = Readonly<Record<string, unknown>>;

/** What follows from a billing record at some moments, and where it lies. */
export function statesAt(moments: readonly number[], tenantId: string, { record, subscription }: Kept): Facts[] {
  const { subscriptions, overrides, syncedAt, customerId } = record;
  const isShown = subscription !== undefined || (customerId !== null && syncedAt !== null);
  return moments.map((now) => {
    const { entitlements, hold, ...state } = billingStateOf({ tenantId, subscriptions, overrides, now });
    const { plan, features, limits } = entitlements;
    return {
      'plan of the tenant’s own document': plan,
      'features of the tenant’s own document': [...features],
      'limits of the tenant’s own document': { ...limits },
      'features of system/access': [...features],
      'billing hold of system/access': hold,
      'billing/subscription': isShown ? state.subscription : undefined,
    };
  });
}

/** The same as it lies there. */
export function storedOf(
  tenant: TenantDocument,
  access: StoredAccess,
  subscription: SubscriptionDocument | undefined,
): Facts {
  return {
    'plan of the tenant’s own document': tenant.plan,
    'features of the tenant’s own document': tenant.features,
    'limits of the tenant’s own document': tenant.limits,
    'features of system/access': [...access.features],
    'billing hold of system/access': access.holds.billing,
    'billing/subscription': subscription && plainOf(subscription),
  };
}

/** Whether a trial was used is noted at other times too, and is not of it. */
function plainOf(shown: SubscriptionDocument): SubscriptionState {
  const { plan, status, interval, seats, cancelAtPeriodEnd, unitAmount = null, currency = null } = shown;
  const { paidUntil, trialEnd, pastDueSince } = shown;
  return {
    plan,
    status,
    interval,
    seats,
    cancelAtPeriodEnd,
    unitAmount,
    currency,
    paidUntil: paidUntil?.toMillis() ?? null,
    trialEnd: trialEnd?.toMillis() ?? null,
    pastDueSince: pastDueSince?.toMillis() ?? null,
  };
}
