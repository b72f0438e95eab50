import type Stripe from 'stripe';
import { stripeApiBase, stripeApiKey } from '../../platform/environment.ts';
import { Refusal } from '../../platform/operations/errors.ts';

/** Stripe is asked again when a connection fails; with the pauses in between that stays below a webhook's time. */
const timeoutMilliseconds = 10_000;
const networkRetries = 2;

let client: Promise<Stripe> | undefined;

/**
 * The one client of Stripe's API, made at its first use: most calls need none. Throws `state` where the deployment has no key.
 */
export function stripe(): Promise<Stripe> {
  client ??= connect(stripeApiKey.value(), stripeApiBase.value());
  return client;
}

async function connect(key: string, base: string): Promise<Stripe> {
  if (key === '') {
    client = undefined;
    throw new Refusal('state', 'Payments are not set up here. Whoever runs the platform sets STRIPE_API_KEY.');
  }
  const { default: StripeApi } = await import('stripe');
  return new StripeApi(key, {
    ...addressOf(base),
    timeout: timeoutMilliseconds,
    maxNetworkRetries: networkRetries,
    telemetry: false,
    appInfo: { name: 'Tenantry' },
  });
}

/** How the SDK takes an address; nothing for Stripe's own. */
function addressOf(base: string): { host?: string; port?: string; protocol?: 'http' | 'https' } {
  if (base === '') return {};
  const { hostname, port, protocol } = new URL(base);
  const secure = protocol === 'https:';
  return { host: hostname, port: port || (secure ? '443' : '80'), protocol: secure ? 'https' : 'http' };
}
