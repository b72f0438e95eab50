import type Stripe from 'stripe';
import { log } from '../../platform/log.ts';
import { isRefusedByStripe } from '../stripe/refused-by-stripe.ts';
import { stripe } from '../stripe/stripe-client.ts';

/** By what Stripe calls a customer on invoices, and whom it writes to. */
export type CustomerDetails = {
  /** The business's. */
  readonly name: string;
  /** Of whoever looked after the payments last. */
  readonly email: string;
};

/**
 * Has Stripe call a customer so, unless it does; answers the customer as they are then. What Stripe refuses of it is logged and the rest
 * goes on: by a name or an address nobody is kept from paying. Nobody else sets them: our configuration of the billing portal does not offer it.
 */
export async function keepDetails(customer: Stripe.Customer, wanted: CustomerDetails): Promise<Stripe.Customer> {
  const { name, email } = wanted;
  const isNamed = (customer.name ?? '') === name;
  const isAddressed = (customer.email ?? '') === email;
  if (isNamed && isAddressed) return customer;
  const both = await accepted(customer.id, wanted);
  if (both) return both;
  // The one that is not refused.
  const named = isNamed ? undefined : await accepted(customer.id, { name });
  const addressed = isAddressed ? undefined : await accepted(customer.id, { email });
  return addressed ?? named ?? customer;
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
