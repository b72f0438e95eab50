import { callOperator } from '../../../shared/api/call.ts';
import { type Billing, refreshDetails } from '../details/use-details.ts';
import { refreshBusinesses } from '../use-businesses.ts';

/** Brings a business in step with Stripe and everything that is shown of it; answers how it stands. Throws `OperationError`. */
export async function syncWithStripe(tenantId: string): Promise<Billing> {
  const { billing } = await callOperator('syncTenantBilling', { tenantId });
  await Promise.all([refreshDetails(tenantId), refreshBusinesses()]);
  return billing;
}
