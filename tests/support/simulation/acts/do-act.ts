import type { Stripe } from 'stripe';
import type { World } from '../world.ts';
import type { Act } from './acts.ts';

/** Does at Stripe what people do there. Stripe's refusals are part of life. */
export async function doAct(world: World, customer: string, act: Act): Promise<void> {
  await perform(world, customer, act).catch((fault: unknown) => {
    if (!(fault instanceof Error && 'type' in fault)) throw fault;
  });
}

async function perform({ sdk, stripe, prices }: World, customer: string, act: Act): Promise<void> {
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
    case 'pay':
    case 'write-off':
    case 'void': {
      const open = [...stripe.account.store.table('invoice').values()].filter(({ status }) => status === 'open');
      const { id } = open[act.which % Math.max(1, open.length)] ?? {};
      if (id === undefined) return;
      if (act.kind === 'pay') await sdk.invoices.pay(id);
      else if (act.kind === 'void') await sdk.invoices.voidInvoice(id);
      else await sdk.invoices.markUncollectible(id);
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
    case 'delete-customer':
      await sdk.customers.del(customer);
      return;
    case 'quiet':
    case 'rest':
      return;
    case 'ensure-customer':
    case 'owner':
    case 'open-pages':
    case 'seats':
    case 'override-plan':
    case 'override-feature':
      // Done by the application's own handlers.
      return;
  }
}

function itemOf({ items }: Stripe.Subscription): string {
  return items.data[0]?.id ?? '';
}
