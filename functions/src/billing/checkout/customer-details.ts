import type Stripe from 'stripe';
import { stripe } from '../stripe/stripe-client.ts';

/** By what Stripe calls a customer on invoices, and whom it writes to. */
export type CustomerDetails = {
  /** The business's. */
  readonly name: string;
  /** Of whoever looked after the payments last. */
  readonly email: string;
};

/** Has Stripe call a customer so, unless it does. Nobody else sets them: our configuration of the billing portal does not offer it. */
export async function keepDetails(
  { id, name: present, email: presentEmail }: Pick<Stripe.Customer, 'id' | 'name' | 'email'>,
  { name, email }: CustomerDetails,
): Promise<void> {
  if ((present ?? '') === name && (presentEmail ?? '') === email) return;
  const client = await stripe();
  await client.customers.update(id, { name, email });
}
