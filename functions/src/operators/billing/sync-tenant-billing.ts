import { keepContact } from '../../billing/contact/keep-contact.ts';
import { askingStripe } from '../../billing/stripe/asking-stripe.ts';
import { convergeTogether } from '../../billing/sync/converge-together.ts';
import { noteCheckAgain } from '../../billing/sync/note-check.ts';
import { readTenant, runInControlPlane } from '../../platform/data/transactions.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';
import { operatorOperation } from '../operator-operation.ts';
import { writePlatformAudit } from '../platform-audit.ts';
import { requireRegistered } from '../require-operator.ts';
import { readMoney } from './read-money.ts';
import { requireBusiness } from '../require-business.ts';

/**
 * Brings a business in step with Stripe now, whatever events were lost, and answers how it stands. Throws `missing` when there is no
 * such business, `contention` or `state` when Stripe does not answer or refuses.
 */
export const syncTenantBilling = operatorOperation('syncTenantBilling', async ({ caller, input, now, requestId }) => {
  const { tenantId } = input;
  await requireBusiness(tenantId, requestId, 'There is no such business.');
  await runInControlPlane(async (control) => {
    await requireRegistered(control, caller);
    writePlatformAudit(control, now, {
      actor: caller.uid,
      action: 'tenant.billing-synced',
      target: tenantId,
      details: {},
    });
  });
  return inTenantContext(tenantId, requestId, async () => {
    await askingStripe(async () => {
      await convergeTogether({ actor: caller.uid, now });
      await keepContact();
    });
    await noteCheckAgain();
    const { billing } = await readTenant((tx) => readMoney(tx, now));
    return { billing };
  });
});
