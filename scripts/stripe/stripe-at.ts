import { Stripe } from 'stripe';

/** Stripe's SDK for an account; at its own address when `base` is empty. */
export function stripeAt(key: string, base: string): Stripe {
  if (base === '') return new Stripe(key, { telemetry: false });
  const { hostname: host, port, protocol } = new URL(base);
  const secure = protocol === 'https:';
  return new Stripe(key, {
    host,
    port: port || (secure ? '443' : '80'),
    protocol: secure ? 'https' : 'http',
    telemetry: false,
  });
}
