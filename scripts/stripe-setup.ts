import { Stripe } from 'stripe';
import { main, Refusal } from './progress.ts';
import { setUpAccount } from './stripe/set-up-plans.ts';

const usage = `STRIPE_API_KEY=sk_… npm run stripe:setup

Brings a Stripe account in step with the plan table in model/src/billing/price-table.ts: products, prices and the
billing portal. Safe to run again. STRIPE_API_BASE names another address than Stripe's own.`;

await main(async () => {
  const key = process.env.STRIPE_API_KEY ?? '';
  if (key === '') throw new Refusal(`STRIPE_API_KEY is not set.\n${usage}`);
  const changes = await setUpAccount(
    new Stripe(key, { ...addressOf(process.env.STRIPE_API_BASE ?? ''), telemetry: false }),
  );
  console.log(changes.length > 0 ? changes.join('\n') : 'Everything is as the plan table says.');
  return 0;
});

/** How the SDK takes an address; nothing for Stripe's own. */
function addressOf(base: string): { host?: string; port?: string; protocol?: 'http' | 'https' } {
  if (base === '') return {};
  const { hostname, port, protocol } = new URL(base);
  const secure = protocol === 'https:';
  return { host: hostname, port: port || (secure ? '443' : '80'), protocol: secure ? 'https' : 'http' };
}
