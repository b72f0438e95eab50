import { forTenantsToCheck } from '../../platform/data/tenants/every-tenant.ts';
import { isRefusedByStripe } from '../stripe/refused-by-stripe.ts';
import { convergeBilling } from '../sync/converge-billing.ts';
import { keepTime } from '../sync/keep-time.ts';
import { noteCheckAgain } from '../sync/note-check.ts';

/**
 * Takes the steps that the clock alone brings: mails about a debt, the billing hold, the end of what operators gave for a time.
 * Looks only at businesses for which a moment has come. Answers how many there were.
 */
export async function dunning(now: Date): Promise<{ tenants: number }> {
  const tenants = await forTenantsToCheck(now, async () => {
    await convergeBilling({ actor: 'schedule:dunning', now }).catch(async (fault: unknown) => {
      // What was given for a time ends, and a debt goes on, where Stripe knows nothing of the customer any more.
      if (isRefusedByStripe(fault)) await keepTime({ actor: 'schedule:dunning', now });
      throw fault;
    });
    // What was noted by somebody who died before they could take it back would be found at every run.
    await noteCheckAgain();
  });
  return { tenants };
}
