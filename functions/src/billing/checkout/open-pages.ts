import { stripe } from '../stripe/stripe-client.ts';

/** More pages than calls of a person within a page's day. */
const atMost = 10_000;

/** The key of a page's metadata that holds the number of the call that made it. */
export const checkoutMetadataKey = 'tenantry_checkout';

/**
 * Takes back every page on which a customer can still buy something. When it has answered nobody completes one that was there before;
 * one that was completed first shows in the customer's subscriptions. Pages of calls after a number are left, where one is told. Throws
 * what the SDK throws when Stripe can't be asked.
 */
export async function expireOpenPages(customer: string, upTo = Infinity): Promise<void> {
  const { checkout } = await stripe();
  const open = await checkout.sessions
    .list({ customer, status: 'open', limit: 100 })
    .autoPagingToArray({ limit: atMost });
  const meant = open.filter(({ metadata }) => Number(metadata?.[checkoutMetadataKey] ?? 0) <= upTo);
  await Promise.all(meant.map(({ id }) => expirePage(id)));
}

/** Takes one page back. Somebody who buys at the same time may have taken it back, or completed it, first. */
export async function expirePage(id: string): Promise<void> {
  const { checkout } = await stripe();
  await checkout.sessions.expire(id).catch(async (fault: unknown) => {
    const { status } = await checkout.sessions.retrieve(id);
    if (status === 'open') throw fault;
  });
}
