import type { Stripe } from 'stripe';
import { beforeEach, describe, expect, test } from 'vitest';
import { customerWith, day, start } from './client.ts';
import { show } from './shown.ts';

let { double, stripe, prices, customer, session, press, open } = await show();
beforeEach(async () => {
  ({ double, stripe, prices, customer, session, press, open } = await show());
});

describe('the billing portal', () => {
  const portal = async (
    adjustable = false,
    more: Partial<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate> = {},
  ): Promise<string> => {
    const { id: configuration } = await stripe.billingPortal.configurations.create({
      features: {
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: { enabled: true, mode: 'at_period_end' },
        subscription_update: {
          enabled: true,
          default_allowed_updates: adjustable ? ['price', 'quantity'] : ['price'],
          proration_behavior: 'always_invoice',
          products: [
            {
              product: prices.product.id,
              prices: [prices.monthly.id, prices.bigger.id],
              adjustable_quantity: { enabled: adjustable },
            },
          ],
          ...more,
        },
      },
    });
    const { url } = await stripe.billingPortal.sessions.create({
      customer,
      configuration,
      return_url: 'http://shop.test/billing',
    });
    return new URL(url).pathname;
  };
  const subscribe = async (trialDays?: number): Promise<string> => {
    await press(`/checkout/${await session(trialDays)}`, { card: 'pm_card_visa' });
    return (await stripe.subscriptions.list({ customer })).data[0]?.id ?? '';
  };

  test('changes the plan within what is offered, and keeps the quantity', async () => {
    const id = await subscribe();
    const path = await portal();
    const shown = await open(path);
    expect(shown).toContain('http://shop.test/billing');
    expect(shown).not.toContain('Quantity');
    expect((await press(path, { do: 'plan', price: prices.yearly.id })).status).toBe(402);
    await press(path, { do: 'plan', price: prices.bigger.id, quantity: '9' });
    const { items } = await stripe.subscriptions.retrieve(id);
    expect(items.data[0]).toMatchObject({ price: { id: prices.bigger.id }, quantity: 2 });
  });

  test('ends a trial and charges at once for another plan, unless its configuration lets the trial go on', async () => {
    const id = await subscribe(14);
    const [goesOn, ends] = [await portal(false, { trial_update_behavior: 'continue_trial' }), await portal()];
    await press(goesOn, { do: 'plan', price: prices.bigger.id });
    const trialEnd = start + 14 * day;
    const bigger = { data: [{ price: { id: prices.bigger.id }, quantity: 2, current_period_end: trialEnd }] };
    const trial = { status: 'trialing', trial_end: trialEnd, items: bigger };
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject(trial);
    expect((await stripe.invoices.list({ customer })).data.map(({ total }) => total)).toEqual([0]);

    // Nobody gives a trial up for what they can't pay.
    await press(ends, { do: 'card', card: 'pm_card_chargeCustomerFail' });
    expect((await press(ends, { do: 'plan', price: prices.monthly.id })).status).toBe(402);
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject(trial);
    await press(ends, { do: 'card', card: 'pm_card_visa' });
    expect((await press(ends, { do: 'plan', price: prices.monthly.id })).status).toBe(200);
    const monthly = { data: [{ price: { id: prices.monthly.id }, current_period_end: start + 31 * day }] };
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      status: 'active',
      trial_end: start,
      items: monthly,
    });
    expect((await stripe.invoices.list({ customer })).data[0]).toMatchObject({ status: 'paid', total: 2000 });
  });

  test('makes no change for a period’s end, and says so', async () => {
    const id = await subscribe();
    const later = { schedule_at_period_end: { conditions: [{ type: 'decreasing_item_amount' as const }] } };
    const refused = await press(await portal(false, later), { do: 'plan', price: prices.bigger.id });
    expect([refused.status, await refused.text()]).toEqual([402, expect.stringContaining('no changes at a period')]);
    expect((await stripe.subscriptions.retrieve(id)).items.data[0]).toMatchObject({ price: { id: prices.monthly.id } });
    expect((await press(await portal(), { do: 'plan', price: prices.bigger.id })).status).toBe(200);
  });

  test('shows what its configuration offers only to those who ask for it', async () => {
    const offered = [{ product: prices.product.id, prices: [prices.monthly.id] }];
    const subscription_update = { enabled: true, default_allowed_updates: ['price' as const], products: offered };
    const { id, features } = await stripe.billingPortal.configurations.create({ features: { subscription_update } });
    expect(features.subscription_update.products).toBeUndefined();
    const expand = ['features.subscription_update.products'];
    const asked = await stripe.billingPortal.configurations.retrieve(id, { expand });
    expect(asked.features.subscription_update.products).toMatchObject(offered);
    const listed = await stripe.billingPortal.configurations.list({ expand: expand.map((path) => `data.${path}`) });
    expect(listed.data[0]?.features.subscription_update.products).toMatchObject(offered);
    await expect(
      stripe.billingPortal.configurations.retrieve(id, { expand: ['features.invoice_history.products'] }),
    ).rejects.toMatchObject({ param: 'expand' });
  });

  test('offers a quantity only where its configuration does', async () => {
    const id = await subscribe();
    const path = await portal(true);
    expect(await open(path)).toContain('Quantity');
    await press(path, { do: 'plan', price: prices.bigger.id, quantity: '9' });
    expect((await stripe.subscriptions.retrieve(id)).items.data[0]).toMatchObject({ quantity: 9 });
  });

  test('cancels at the end of the period and takes that back', async () => {
    const id = await subscribe();
    const path = await portal();
    await press(path, { do: 'cancel' });
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      cancel_at_period_end: true,
      cancel_at: start + 31 * day,
      status: 'active',
    });
    await press(path, { do: 'resume' });
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ cancel_at_period_end: false, cancel_at: null });
    await press(path, { do: 'cancel' });
    double.clock.advance(31 * day);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
  });

  test('changes the card, and pays an open invoice with it', async () => {
    const id = await subscribe();
    const path = await portal();
    await press(path, { do: 'card', card: 'pm_card_chargeCustomerFail' });
    double.clock.advance(31 * day + 3600);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
    const [invoice] = (await stripe.invoices.list({ customer, status: 'open' })).data;
    expect((await press(path, { do: 'pay', invoice: invoice?.id ?? '' })).status).toBe(402);
    await press(path, { do: 'card', card: 'pm_card_visa' });
    expect((await press(path, { do: 'pay', invoice: invoice?.id ?? '' })).status).toBe(200);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });

  test('asks the bank before it pays with a card that wants to be asked', async () => {
    const id = await subscribe();
    const path = await portal();
    await press(path, { do: 'card', card: 'pm_card_authenticationRequired' });
    double.clock.advance(31 * day + 3600);
    const [invoice] = (await stripe.invoices.list({ customer, status: 'open' })).data;
    const asked = await press(path, { do: 'pay', invoice: invoice?.id ?? '' });
    expect(await asked.text()).toContain('Your bank asks');
    await press(path, { do: 'pay', invoice: invoice?.id ?? '', bank: 'refuse' });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
    await press(path, { do: 'pay', invoice: invoice?.id ?? '', bank: 'confirm' });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });

  test('lets nobody pay another customer’s invoice', async () => {
    await subscribe();
    const path = await portal();
    const other = await customerWith(stripe, 'pm_card_chargeCustomerFail');
    await stripe.subscriptions.create({ customer: other.id, items: [{ price: prices.monthly.id }] });
    const [invoice] = (await stripe.invoices.list({ customer: other.id })).data;
    // Their card is a good one by now: what is refused is that it is paid from here.
    await stripe.customers.update(other.id, { invoice_settings: { default_payment_method: 'pm_card_visa' } });
    expect((await press(path, { do: 'pay', invoice: invoice?.id ?? '' })).status).toBe(402);
    expect(invoice?.hosted_invoice_url).toBe(`http://double.test/invoices/${invoice?.id ?? ''}`);
    expect((await press(`/invoices/${invoice?.id ?? ''}`, { card: 'pm_card_visa' })).status).toBe(200);
    expect((await stripe.invoices.retrieve(invoice?.id ?? '')).status).toBe('paid');
  });
});
