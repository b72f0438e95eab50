import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` of a body: HMAC-SHA256 over time and body, as https://docs.stripe.com/webhooks says. */
export function signature(body: string, secret: string, seconds: number): string {
  const v1 = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${v1}`;
}
