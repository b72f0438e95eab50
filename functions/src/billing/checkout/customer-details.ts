import type Stripe from 'stripe';
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

/** The customer as they are then, and whether Stripe refused the address. */
export type Kept = { readonly customer: Stripe.Customer; readonly isAddressRefused: boolean };

/**
 * Has Stripe call a customer so, unless it does. What Stripe refuses of it is logged and the rest goes on: by a name or an address nobody is
 * kept from paying. Nobody else sets them: our configuration of the billing portal does not offer it.
 */
export async function keepDetails(customer: Stripe.Customer, wanted: CustomerDetails): Promise<Kept> {
  const { name, email } = wanted;
  const isNamed = (customer.name ?? '') === name;
  const isAddressed = (customer.email ?? '') === email;
  if (isNamed && isAddressed) return { customer, isAddressRefused: false };
  const both = await accepted(customer.id, wanted);
  if (both) return { customer: both, isAddressRefused: false };
  // The one that is not refused.
  const named = isNamed ? undefined : await accepted(customer.id, { name });
  const addressed = isAddressed ? undefined : await accepted(customer.id, { email });
  return { customer: addressed ?? named ?? customer, isAddressRefused: !isAddressed && !addressed };
}

/** The customer as changed; nothing when Stripe refuses it. */
async function accepted(id: string, details: Partial<CustomerDetails>): Promise<Stripe.Customer | undefined> {
  const client = await stripe();
  try {
    return await client.customers.update(id, details);
  } catch (fault) {
    if (!isRefusedByStripe(fault)) throw fault;
    log.detailsRefused(fault);
    return undefined;
  }
}
