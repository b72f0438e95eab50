import { beforeEach, describe, expect, test } from 'vitest';
import { day, start, typesSince } from './client.ts';
import { show } from './shown.ts';

let { double, stripe, prices, customer, session, press, open } = await show();
beforeEach(async () => {
  ({ double, stripe, prices, customer, session, press, open } = await show());
});

describe('the checkout page', () => {
  test('is at the session’s address, says what it is and leads back without paying', async () => {
    const id = await session();
    expect((await stripe.checkout.sessions.retrieve(id)).url).toBe(`http://double.test/checkout/${id}`);
    const shown = await open(`/checkout/${id}`);
    for (const words of ['stand-in for Stripe', '€20.00 today', 'http://shop.test/left', 'lang="en"'])
      expect(shown).toContain(words);
  });

  test('begins the subscription with a good card and goes to the success page', async () => {
    const id = await session();
    const before = double.events().length;
    const answer = await press(`/checkout/${id}`, { card: 'pm_card_visa' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `http://shop.test/done?session=${id}`]);
    const done = await stripe.checkout.sessions.retrieve(id, { expand: ['subscription', 'line_items'] });
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      client_reference_id: 'tenant',
      subscription: { status: 'active', metadata: { tenantId: 'tenant' }, customer },
    });
    expect(typesSince(double, before)).toContain('payment_method.attached');
    expect(typesSince(double, before).at(-1)).toBe('checkout.session.completed');
    expect((await press(`/checkout/${id}`, { card: 'pm_card_visa' })).status).toBe(410);
    expect(() => double.completeCheckout(id, 'pm_card_visa')).toThrow('complete');
    expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(1);
  });

  test('says why a card was declined, keeps the session open and makes nothing', async () => {
    const id = await session();
    const answer = await press(`/checkout/${id}`, { card: 'pm_card_visa_chargeDeclined' });
    expect([answer.status, await answer.text()]).toEqual([402, expect.stringContaining('Your card was declined.')]);
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open');
    expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).toEqual([]);
  });

  test('asks the bank for a card with 3-D Secure, and pays once it is confirmed', async () => {
    const id = await session();
    const asked = await press(`/checkout/${id}`, { card: 'pm_card_authenticationRequired' });
    expect(await asked.text()).toContain('Your bank asks');
    expect((await press(`/checkout/${id}`, { card: 'pm_card_authenticationRequired', bank: 'refuse' })).status).toBe(
      402,
    );
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open');
    expect((await press(`/checkout/${id}`, { card: 'pm_card_authenticationRequired', bank: 'confirm' })).status).toBe(
      303,
    );
    expect((await stripe.subscriptions.list({ customer })).data).toMatchObject([{ status: 'active' }]);
  });

  test('shows what a shop calls itself as text, whatever it holds', async () => {
    await stripe.products.update(prices.product.id, { name: '<script>alert(1)</script>' });
    const shown = await open(`/checkout/${await session()}`);
    expect(shown).not.toContain('<script>');
    expect(shown).toContain('&lt;script&gt;');
  });
});

describe('a session', () => {
  test('with a trial costs nothing today, and the subscription is trialing with a card', async () => {
    const id = await session(14);
    await press(`/checkout/${id}`, { card: 'pm_card_visa' });
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      amount_total: 0,
      payment_status: 'no_payment_required',
    });
    const [subscription] = (await stripe.subscriptions.list({ customer })).data;
    expect(subscription).toMatchObject({ status: 'trialing', trial_end: start + 14 * day });
    expect(subscription?.default_payment_method).toMatch(/^pm_/);
  });

  test('expires after a day, or when it is told to, and can’t be completed then', async () => {
    const [first, second] = [await session(), await session()];
    expect((await stripe.checkout.sessions.expire(second)).status).toBe('expired');
    await expect(stripe.checkout.sessions.expire(second)).rejects.toMatchObject({ statusCode: 400 });
    expect((await stripe.checkout.sessions.list({ customer, status: 'open' })).data.map(({ id }) => id)).toEqual([
      first,
    ]);
    const before = double.events().length;
    double.clock.advance(day);
    expect((await stripe.checkout.sessions.retrieve(first)).status).toBe('expired');
    expect(typesSince(double, before)).toEqual(['checkout.session.expired']);
    expect((await press(`/checkout/${first}`, { card: 'pm_card_visa' })).status).toBe(410);
  });
});
