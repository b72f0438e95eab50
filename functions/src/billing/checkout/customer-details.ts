import { log } from '../../platform/log.ts';
import { isRefusedByStripe } from '../stripe/refused-by-stripe.ts';
import { stripe } from '../stripe/stripe-client.ts';

/** By what Stripe calls a customer on invoices, and whom it writes to. */
export type CustomerDetails = {
  /** The business's. */
  readonly name: string;
  /** Of somebody who may look after its payments; empty where nobody is to be written to. */
  readonly email: string;
};

/**
 * Has Stripe call a customer so; answers whether it took the address. What it refuses is logged and the rest goes on: by a name or an address
 * nobody is kept from paying. Nobody else sets them: our configuration of the billing portal does not offer it.
 */
export async function setDetails(customerId: string, details: CustomerDetails): Promise<boolean> {
  const { name, email } = details;
  if (await isAccepted(customerId, details)) return true;
  // The one that is not refused.
  await isAccepted(customerId, { name });
  return isAccepted(customerId, { email });
}

async function isAccepted(customerId: string, details: Partial<CustomerDetails>): Promise<boolean> {
  const client = await stripe();
  try {
    await client.customers.update(customerId, details);
    return true;
  } catch (fault) {
    if (!isRefusedByStripe(fault)) throw fault;
    log.detailsRefused(fault);
    return false;
  }
}
