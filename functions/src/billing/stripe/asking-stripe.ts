import { log } from '../../platform/log.ts';
import { Refusal } from '../../platform/operations/errors.ts';

/** What the SDK calls a fault that is over when one asks again. */
const passing: ReadonlySet<unknown> = new Set([
  'StripeConnectionError',
  'StripeAPIError',
  'StripeRateLimitError',
  'StripeIdempotencyError',
]);

/**
 * Runs what asks Stripe for somebody who waits. Throws `contention` with the status `unreachable` when Stripe does not answer now,
 * and `state` with the status `refused` when it won't do it. Of what Stripe said only codes are logged: its words may quote what somebody typed.
 */
export async function askingStripe<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!isOfStripe(fault)) throw fault;
    const { type, code, requestId } = fault;
    if (passing.has(type) || code === 'idempotency_key_in_use')
      throw new Refusal('contention', 'The payment service does not answer now. Try again in a moment.', {
        status: 'unreachable',
      });
    log.stripeRefused(type, code ?? null, requestId ?? null);
    throw new Refusal(
      'state',
      'The payment service refuses this. Nothing was changed. Try again later, and tell whoever runs this site if it goes on.',
      { status: 'refused' },
    );
  }
}

type StripeFault = Error & { readonly type: string; readonly code?: string; readonly requestId?: string };

function isOfStripe(fault: unknown): fault is StripeFault {
  return fault instanceof Error && 'type' in fault && typeof fault.type === 'string' && fault.type.startsWith('Stripe');
}
