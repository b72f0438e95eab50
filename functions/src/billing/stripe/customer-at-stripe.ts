import type Stripe from 'stripe';
import { isMissing } from './is-missing.ts';
import { stripe } from './stripe-client.ts';

/** A customer as Stripe has it, one that was deleted too; `undefined` when this account never had it. */
export async function customerAtStripe(id: string): Promise<Stripe.Customer | Stripe.DeletedCustomer | undefined> {
  const client = await stripe();
  try {
    return await client.customers.retrieve(id);
  } catch (fault) {
    if (isMissing(fault)) return undefined;
    throw fault;
  }
}
