import fc from 'fast-check';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Stripe } from 'stripe';
import { tenantId, type World } from './world.ts';

/** What people do at Stripe and in the application; `which` chooses among what there is. */
export type Act =
  | { readonly kind: 'buy'; readonly plan: Paid; readonly interval: 'month' | 'year'; readonly trial: boolean }
  | { readonly kind: 'change-plan'; readonly plan: Paid; readonly interval: 'month' | 'year'; readonly which: number }
  | { readonly kind: 'cancel-at-end' | 'resume' | 'cancel'; readonly which: number }
  | { readonly kind: 'card'; readonly good: boolean }
  | { readonly kind: 'pay' | 'refund'; readonly which: number }
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'seats'; readonly used: number }
  | { readonly kind: 'delete-customer' }
  | { readonly kind: 'override-plan'; readonly plan: Paid | 'free' | null; readonly days: number | null }
  | { readonly kind: 'override-feature'; readonly value: boolean | null; readonly days: number | null };
type Paid = 'pro' | 'business';

const which = fc.nat(9);
const plan = fc.constantFrom<Paid>('pro', 'business');
const interval = fc.constantFrom<'month' | 'year'>('month', 'month', 'month', 'year');
const until = fc.option(fc.integer({ min: 1, max: 40 }));

/** Acts as often as they matter. */
export const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('buy' as const), plan, interval, trial: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change-plan' as const), plan, interval, which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('cancel-at-end' as const, 'resume' as const, 'cancel' as const),
      which,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('card' as const), good: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('pay' as const, 'refund' as const), which }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min: 1, max: 45 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('seats' as const), used: fc.integer({ min: 0, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-customer' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('override-plan' as const),
      plan: fc.option(fc.constantFrom<Paid | 'free'>('free', 'pro', 'business')),
      days: until,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('override-feature' as const),
      value: fc.option(fc.boolean()),
      days: until,
    }),
  },
);

/** Does at Stripe what people do there, and in the database what the team's page does. Stripe's refusals are part of life. */
export async function doAct(world: World, customer: string, act: Act): Promise<void> {
  await perform(world, customer, act).catch((fault: unknown) => {
    if (!(fault instanceof Error && 'type' in fault)) throw fault;
  });
}

async function perform({ sdk, stripe, prices, database }: World, customer: string, act: Act): Promise<void> {
  const subscriptions = [...stripe.account.store.table('subscription').values()];
  const running = subscriptions.filter(({ status }) => status !== 'canceled' && status !== 'incomplete_expired');
  const chosen = 'which' in act ? running[act.which % Math.max(1, running.length)] : undefined;
  const price = 'interval' in act ? (prices.get(`tenantry_${act.plan}_${act.interval}`) ?? '') : '';
  switch (act.kind) {
    case 'buy':
      await sdk.subscriptions.create({
        customer,
        items: [{ price, quantity: 1 }],
        ...(act.trial ? { trial_period_days: 14 } : {}),
      });
      return;
    case 'change-plan':
      if (chosen) await sdk.subscriptions.update(chosen.id, { items: [{ id: itemOf(chosen), price }] });
      return;
    case 'cancel-at-end':
    case 'resume':
      if (chosen) await sdk.subscriptions.update(chosen.id, { cancel_at_period_end: act.kind === 'cancel-at-end' });
      return;
    case 'cancel':
      if (chosen) await sdk.subscriptions.cancel(chosen.id);
      return;
    case 'card': {
      const method = await sdk.paymentMethods.attach(act.good ? 'pm_card_visa' : 'pm_card_chargeCustomerFail', {
        customer,
      });
      await sdk.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
      return;
    }
    case 'pay': {
      const open = [...stripe.account.store.table('invoice').values()].filter(({ status }) => status === 'open');
      const invoice = open[act.which % Math.max(1, open.length)];
      if (invoice?.id) await sdk.invoices.pay(invoice.id);
      return;
    }
    case 'refund': {
      const charges = [...stripe.account.store.table('charge').values()].filter(({ refunded }) => !refunded);
      const charge = charges[act.which % Math.max(1, charges.length)];
      if (charge) await sdk.refunds.create({ charge: charge.id });
      return;
    }
    case 'days':
      stripe.clock.advance(act.count * 86_400);
      return;
    case 'seats': {
      const path = inTenant(tenantId, tenantPaths.counters());
      database.write(path, { ...database.read(path), seatsUsed: act.used });
      return;
    }
    case 'delete-customer':
      await sdk.customers.del(customer);
      return;
    case 'override-plan':
    case 'override-feature':
      // Done by the application's own handler.
      return;
  }
}

function itemOf({ items }: Stripe.Subscription): string {
  return items.data[0]?.id ?? '';
}
