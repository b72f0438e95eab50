/** Whether Stripe answered that it won't: asking again in the same words would bring the same answer. */
export function isRefusedByStripe(fault: unknown): fault is Error {
  return fault instanceof Error && 'type' in fault && fault.type === 'StripeInvalidRequestError';
}
