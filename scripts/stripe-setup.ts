import { main, Refusal } from './progress.ts';
import { setUpAccount } from './stripe/set-up-plans.ts';
import { stripeAt } from './stripe/stripe-at.ts';

const usage = `STRIPE_API_KEY=sk_… npm run stripe:setup

Brings a Stripe account in step with the plan table in model/src/billing/price-table.ts: products, prices and the
billing portal. Safe to run again. STRIPE_API_BASE names another address than Stripe's own.`;

await main(async () => {
  const key = process.env.STRIPE_API_KEY ?? '';
  if (key === '') throw new Refusal(`STRIPE_API_KEY is not set.\n${usage}`);
  const changes = await setUpAccount(stripeAt(key, process.env.STRIPE_API_BASE ?? ''));
  console.log(changes.length > 0 ? changes.join('\n') : 'Everything is as the plan table says.');
  return 0;
});
