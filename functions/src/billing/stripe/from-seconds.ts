/** Stripe counts seconds; milliseconds. */
export const fromSeconds = (seconds: number): number => seconds * 1_000;
