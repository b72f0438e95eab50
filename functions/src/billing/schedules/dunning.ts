import { forTenantsToCheck } from '../../platform/data/tenants/every-tenant.ts';
import { convergeBilling } from '../sync/converge-billing.ts';

/**
 * Takes the steps that the clock alone brings: mails about a debt, the billing hold, the end of what operators gave for a time.
 * Looks only at businesses for which a moment has come. Answers how many there were.
 */
export async function dunning(now: Date): Promise<{ tenants: number }> {
  const tenants = await forTenantsToCheck(now, () => convergeBilling({ actor: 'schedule:dunning', now }));
  return { tenants };
}
