import { beforeEach, describe, expect, test } from 'vitest';
import { customerWith, day, start } from './client.ts';
import { show } from './shown.ts';

let { double, stripe, prices, press, open } = await show();
beforeEach(async () => {
  ({ double, stripe, prices, press, open } = await show());
});

describe('the account’s page', () => {
  test('names customers, what they pay for and the time, and leads to the portal of each', async () => {
    const { id: customer } = await customerWith(stripe, 'pm_card_visa', { name: 'Mia & <Co>' });
    await stripe.subscriptions.create({ customer, items: [{ price: prices.monthly.id, quantity: 2 }] });
    const shown = await open('/');
    for (const words of ['Mar 1, 2026, 12:00 PM UTC', 'Mia &amp; &lt;Co&gt;', 'Pro, 2 × €10.00: active, until Apr 1'])
      expect(shown).toContain(words);
    expect(shown).toContain('mia@shop.example');
    // The account's own configuration is made by whoever sets it up.
    expect(await (await press('/', { customer })).text()).toContain('default configuration has not been created');
    await stripe.billingPortal.configurations.create({ features: { invoice_history: { enabled: true } } });
    const portal = (await press('/', { customer })).headers.get('location') ?? '';
    expect(await open(new URL(portal).pathname)).toContain('Pro, €10.00 a month');
  });

  test('moves the clock, with all that falls due on the way, and does nothing with other words', async () => {
    const { id: customer } = await customerWith(stripe);
    await stripe.subscriptions.create({ customer, items: [{ price: prices.monthly.id }] });
    expect((await press('/', { leap: '1' })).status).toBe(400);
    expect(double.clock.now()).toBe(start);
    expect((await press('/', { leap: String(31 * day) })).status).toBe(303);
    expect(double.clock.now()).toBe(start + 31 * day);
    expect((await stripe.invoices.list()).data).toHaveLength(2);
  });
});
