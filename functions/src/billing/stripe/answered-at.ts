/**
 * Stripe's clock, in milliseconds, by the headers of an answer as either of the SDK's ways to connect has them; 0 when it does not
 * tell. A test moves the clock of the stand-in for Stripe, and what follows from the clock follows it.
 */
export function answeredAt(headers: Readonly<Record<string, string>> | Headers): number {
  const at = Date.parse((headers instanceof Headers ? headers.get('date') : headers.date) ?? '');
  return Number.isNaN(at) ? 0 : at;
}
