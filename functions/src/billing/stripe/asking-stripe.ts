import { Refusal } from '../../platform/operations/errors.ts';

/** What the SDK calls a fault that is over when one asks again. */
const passing: ReadonlySet<unknown> = new Set(['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError']);

/** Runs what asks Stripe for somebody who waits. Throws `contention` when Stripe does not answer now. */
export async function askingStripe<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof Error && 'type' in fault && passing.has(fault.type))) throw fault;
    throw new Refusal('contention', 'The payment service does not answer now. Try again in a moment.');
  }
}
