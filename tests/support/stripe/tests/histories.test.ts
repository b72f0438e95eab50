import fc from 'fast-check';
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { idOf } from '../account/store.ts';
import { subscriptionOf } from '../invoices/invoice-object.ts';
import { catalogue, customerWith, day, trial, type Catalogue, type Trial } from './client.ts';

type World = Trial & { readonly prices: Catalogue; readonly customer: string };
type Act = (world: World, choice: number) => unknown;

const cards = ['pm_card_visa', 'pm_card_chargeCustomerFail', 'pm_card_authenticationRequired'] as const;
const pick = <T>(all: readonly T[], choice: number): T | undefined => all[choice % Math.max(1, all.length)];
const anyPrice = ({ prices }: World, choice: number): string =>
  pick([prices.monthly, prices.yearly, prices.bigger], choice)?.id ?? '';
const all = async ({ stripe, customer }: World): Promise<Stripe.Subscription[]> =>
  (await stripe.subscriptions.list({ customer, status: 'all' })).data;

async function change(
  world: World,
  choice: number,
  params: (subscription: Stripe.Subscription) => Stripe.SubscriptionUpdateParams,
): Promise<unknown> {
  const subscription = pick(await all(world), choice);
  return subscription && world.stripe.subscriptions.update(subscription.id, params(subscription));
}

const acts: readonly Act[] = [
  (world, choice) =>
    world.stripe.subscriptions.create({
      customer: world.customer,
      items: [{ price: anyPrice(world, choice), quantity: 1 + (choice % 4) }],
      ...(choice % 3 === 0 ? { trial_period_days: 1 + (choice % 20) } : {}),
    }),
  (world, choice) =>
    change(world, choice, ({ items }) => ({
      items: [{ id: items.data[0]?.id ?? '', price: anyPrice(world, choice), quantity: 1 + (choice % 7) }],
      proration_behavior: pick(['always_invoice', 'create_prorations', 'none'] as const, choice) ?? 'none',
    })),
  (world, choice) => change(world, choice, () => ({ cancel_at_period_end: choice % 2 === 0 })),
  (world, choice) => change(world, choice, () => ({ trial_end: 'now' })),
  async (world, choice) => {
    const subscription = pick(await all(world), choice);
    return (
      subscription &&
      world.stripe.subscriptions.cancel(subscription.id, { prorate: choice % 2 === 0, invoice_now: choice % 3 === 0 })
    );
  },
  async ({ stripe, customer }, choice) => {
    const method = await stripe.paymentMethods.attach(pick(cards, choice) ?? 'pm_card_visa', { customer });
    return stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
  },
  async ({ stripe, customer }, choice) => {
    const invoice = pick((await stripe.invoices.list({ customer, status: 'open' })).data, choice);
    return invoice && (choice % 5 === 0 ? stripe.invoices.voidInvoice(invoice.id) : stripe.invoices.pay(invoice.id));
  },
  ({ double }, choice) => double.clock.advance((choice % 45) * day + (choice % 3) * 3600),
];

/** A refusal is an answer; anything else is a fault of the double. */
function refusedByStripe(error: unknown): void {
  expect(error).toMatchObject({ statusCode: expect.any(Number) as number });
}

function judge({ double }: World): void {
  const { store } = double.account;
  const now = double.clock.now();
  for (const subscription of store.newestFirst('subscription')) {
    const { status, latest_invoice, ended_at, items } = subscription;
    expect((ended_at === null) === !['canceled', 'incomplete_expired'].includes(status)).toBe(true);
    if (['active', 'trialing', 'past_due'].includes(status))
      expect(items.data[0]?.current_period_end).toBeGreaterThan(now);
    const latest = store.table('invoice').get(idOf(latest_invoice));
    expect(latest && subscriptionOf(latest)).toBe(subscription.id);
    if (status === 'incomplete_expired') expect(['void', 'draft', 'uncollectible']).toContain(latest?.status);
  }
  for (const { status, total, lines, amount_due, amount_paid, amount_remaining } of store.newestFirst('invoice')) {
    expect(lines.data.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    expect(amount_due).toBeGreaterThanOrEqual(0);
    expect(amount_paid + amount_remaining).toBe(amount_due);
    expect(status === 'paid').toBe(amount_remaining === 0 && status !== 'draft' && status !== 'void');
  }
}

test('whatever is done at Stripe and however time passes, its books stay in order', async () => {
  const history = fc.array(fc.tuple(fc.nat({ max: acts.length - 1 }), fc.nat({ max: 1000 })), { maxLength: 25 });
  const property = fc.asyncProperty(history, async (steps) => {
    const bare = trial();
    const prices = await catalogue(bare.stripe);
    const world: World = { ...bare, prices, customer: (await customerWith(bare.stripe)).id };
    for (const [act, choice] of steps) {
      await Promise.resolve(acts[act]?.(world, choice)).catch(refusedByStripe);
      judge(world);
    }
    world.double.clock.advance(400 * day);
    judge(world);
  });
  await fc.assert(property, { numRuns: 100 });
});
