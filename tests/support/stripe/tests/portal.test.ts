import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue, customerWith, day, start, trial, type Catalogue, type Trial } from './client.ts';

let { double, stripe }: Trial = trial();
let prices: Catalogue;
let customer = '';

beforeEach(async () => {
  ({ double, stripe } = trial({ pagesUrl: 'http://double.test' }));
  prices = await catalogue(stripe);
  customer = (await stripe.customers.create({ email: 'mia@shop.example' })).id;
});

const session = async (trialDays?: number): Promise<string> => {
  const { id } = await stripe.checkout.sessions.create({
    mode: 'subscription',
    customer,
    client_reference_id: 'tenant',
    line_items: [{ price: prices.monthly.id, quantity: 2 }],
    subscription_data: {
      metadata: { tenantId: 'tenant' },
      ...(trialDays === undefined ? {} : { trial_period_days: trialDays }),
    },
    success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/left',
  });
  return id;
};

async function press(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return double.fetch(`http://double.test${path}`, { method: 'POST', body: new URLSearchParams(form) });
}
const open = async (path: string): Promise<string> => (await double.fetch(`http://double.test${path}`)).text();

describe('the billing portal', () => {
  const portal = async (adjustable = false): Promise<string> => {
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
  const subscribe = async (): Promise<string> => {
    await press(`/checkout/${await session()}`, { card: 'pm_card_visa' });
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
