import { trialDays } from '@tenantry/model/billing/price-table';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  askStripe,
  billingPath,
  billingRecord,
  registeredCustomer,
  stackStripe,
  tellStripe,
} from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';
import { newSubscriber } from '../../support/billing/subscriber.ts';
import { hire } from '../../support/staff.ts';
import { customerOf, customersOf, openPages, press, subscriptionsOf, wish } from './purchases.ts';

const stripe = stackStripe();

beforeAll(() => tellStripe('faults', { drop: true }));

describe('buying a plan', () => {
  test('leads to Stripe, for a customer who is registered as this business, with a trial and the seats that are used', async () => {
    const { owner, tenantId } = await newTenant();
    await database().doc(inTenant(tenantId, tenantPaths.counters())).update({ seatsUsed: 3 });
    const { url } = await owner.call('startCheckout', wish(tenantId));
    const customer = await customerOf(tenantId);
    expect(await readDocument(paths.stripeCustomer(customer))).toMatchObject({ tenantId });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: 'Shop', email: owner.email });
    const [page] = await openPages(customer);
    expect(page).toMatchObject({ url, mode: 'subscription', client_reference_id: tenantId });
    await press(url);
    const [bought] = await subscriptionsOf(customer);
    expect(bought).toMatchObject({ status: 'trialing', metadata: { tenantId } });
    expect(bought?.items.data[0]).toMatchObject({ quantity: 3, price: { lookup_key: 'tenantry_pro_month' } });
    expect((bought?.trial_end ?? 0) - (bought?.created ?? 0)).toBe(trialDays * 86_400);
  });

  test('leaves no customer without a name who was made just before its caller died, and calls it as the business is called now', async () => {
    const { owner, tenantId } = await newTenant('Quiet');
    const customer = await registeredCustomer(tenantId);
    const record = { ...billingRecord('free', customer), overrides: {} };
    await database().doc(billingPath(tenantId)).set(record);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: null, email: null });
    await owner.call('startCheckout', wish(tenantId));
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: 'Quiet', email: owner.email });

    await owner.call('updateTenant', { tenantId, name: 'Loud' });
    const other = await hire(owner, tenantId, 'owner');
    await other.call('openBillingPortal', { tenantId });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: 'Loud', email: other.email });
  });

  test('many times at once, by two owners, makes one customer and one page, and whatever is pressed begins one subscription', async () => {
    const { owner, tenantId } = await newTenant();
    const other = await hire(owner, tenantId, 'admin');
    await owner.call('setMemberRole', { tenantId, uid: other.uid, role: 'owner' });
    await other.refresh();
    const callers = [owner, other, owner, other, owner];
    const answers = await Promise.all(callers.map((person) => person.try('startCheckout', wish(tenantId))));
    const customer = await customerOf(tenantId);
    expect((await customersOf(tenantId)).map(({ id }) => id)).toEqual([customer]);
    const urls = answers.flatMap((each) => (each.ok ? [each.result.url] : []));
    expect(answers.flatMap((each) => (each.ok ? [] : [each.code]))).toEqual(
      Array.from({ length: callers.length - urls.length }, () => 'aborted'),
    );
    const open = await openPages(customer);
    expect(open).toHaveLength(1);
    expect(urls).toContain(open[0]?.url);
    for (const url of urls) await press(url);
    expect((await subscriptionsOf(customer)).map(({ status }) => status)).toEqual(['trialing']);
  });

  test.each(['GET', 'POST'])(
    'that waits at a %s for Stripe is overtaken by one that begins later, and takes back its own page and no other',
    async (method) => {
      const { owner, tenantId } = await newTenant();
      const customer = await registeredCustomer(tenantId);
      const record = { ...billingRecord('free', customer), overrides: {} };
      await database().doc(billingPath(tenantId)).set(record);
      // The SDK asks again half a second later.
      await tellStripe('api-faults', { times: 1, answer: 500, path: '/v1/checkout/sessions', method });
      const slow = owner.try('startCheckout', wish(tenantId));
      await expect.poll(async () => JSON.stringify(await askStripe('requests'))).toContain(customer);
      const { url } = await owner.call('startCheckout', wish(tenantId));
      expect(await slow).toMatchObject({ code: 'aborted', details: { reason: 'contention' } });
      expect((await openPages(customer)).map((page) => page.url)).toEqual([url]);
    },
  );

  test('is refused while a subscription runs at Stripe, whatever we knew, and leaves no page; and possible when it has ended', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('startCheckout', wish(tenantId));
    const customer = await customerOf(tenantId);
    const { data } = await stripe.prices.list({ lookup_keys: ['tenantry_pro_month'] });
    const trial = { customer, items: [{ price: data[0]?.id ?? '' }], trial_period_days: 14 };
    const { id } = await stripe.subscriptions.create(trial);
    await expect(owner.call('startCheckout', wish(tenantId))).rejects.toThrow(/subscription is running/);
    expect(await openPages(customer)).toEqual([]);
    await owner.call('syncBilling', { tenantId });
    await stripe.subscriptions.cancel(id);
    // Nothing told us of the end.
    expect(await readDocument(billingPath(tenantId))).toMatchObject({ subscriptions: [{ status: 'trialing' }] });
    await expect(owner.call('startCheckout', wish(tenantId))).resolves.toHaveProperty('url');
    expect(await openPages(customer)).toHaveLength(1);
  });

  test('is over everywhere once a subscription begins: the page that was left open can buy nothing more', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('startCheckout', wish(tenantId));
    const customer = await customerOf(tenantId);
    await owner.call('syncBilling', { tenantId });
    expect(await openPages(customer)).toHaveLength(1);
    const { data } = await stripe.prices.list({ lookup_keys: ['tenantry_pro_month'] });
    await stripe.subscriptions.create({ customer, items: [{ price: data[0]?.id ?? '' }], trial_period_days: 14 });
    await owner.call('syncBilling', { tenantId });
    expect(await openPages(customer)).toEqual([]);
  });

  test('goes on when a price was replaced, and is refused in words when Stripe refuses it', async () => {
    const { owner, tenantId } = await newTenant();
    const yearly = { ...wish(tenantId), plan: 'business', interval: 'year' } as const;
    await owner.call('startCheckout', yearly);
    const { data } = await stripe.prices.list({ lookup_keys: ['tenantry_business_year'] });
    const [former] = data;
    if (!former) throw new Error('The stack’s Stripe was not set up.');
    const { id } = await stripe.prices.create({
      product: typeof former.product === 'string' ? former.product : former.product.id,
      currency: former.currency,
      unit_amount: former.unit_amount ?? 0,
      recurring: { interval: 'year' },
      lookup_key: 'tenantry_business_year',
      transfer_lookup_key: true,
      metadata: former.metadata,
    });
    await stripe.prices.update(former.id, { active: false });
    await press((await owner.call('startCheckout', yearly)).url);
    const [bought] = await subscriptionsOf(await customerOf(tenantId));
    expect(bought?.items.data[0]?.price.id).toBe(id);

    const { owner: abroad, tenantId: another } = await newTenant();
    await abroad.call('startCheckout', wish(another));
    const product = await stripe.products.create({ name: 'Advice' });
    const dollars = { currency: 'usd', unit_amount: 500, recurring: { interval: 'month' } } as const;
    const price = await stripe.prices.create({ product: product.id, ...dollars });
    const items = [{ price: price.id }];
    await stripe.subscriptions.create({ customer: await customerOf(another), items, trial_period_days: 3 });
    expect(await abroad.try('startCheckout', wish(another))).toMatchObject({
      code: 'failed-precondition',
      message: expect.stringMatching(/payment service refuses/) as string,
      details: { reason: 'state', status: 'refused' },
    });
  });

  test('asks to try again while Stripe does not answer, and works when it does', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('startCheckout', wish(tenantId));
    const customer = await customerOf(tenantId);
    // As often as the SDK tries.
    await tellStripe('api-faults', { times: 3, answer: 500, path: `/v1/customers/${customer}` });
    await expect(owner.call('startCheckout', wish(tenantId))).rejects.toThrow(/does not answer now/);
    await expect(owner.call('startCheckout', wish(tenantId))).resolves.toHaveProperty('url');
  });
});

describe('managing payments', () => {
  test('leads to Stripe’s portal once there is a customer, and says what to do before', async () => {
    const { owner, tenantId } = await newTenant();
    await expect(owner.call('openBillingPortal', { tenantId })).rejects.toThrow(/Choose a plan first/);
    await owner.call('startCheckout', wish(tenantId));
    const { url } = await owner.call('openBillingPortal', { tenantId });
    expect(url).toContain('/portal/');
  });

  test('offers no other plan to who owes, since that would credit what nobody paid for, and all plans once it is paid', async () => {
    const business = await newSubscriber();
    const { owner, tenantId } = business;
    const { data } = await stripe.prices.list({ lookup_keys: ['tenantry_business_month'] });
    const changePlan = async () => {
      await owner.call('syncBilling', { tenantId });
      const { url } = await owner.call('openBillingPortal', { tenantId });
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ do: 'plan', price: data[0]?.id ?? '' }),
      });
      return answer.text();
    };
    await business.useCard('pm_card_chargeCustomerFail');
    await business.goOverToYear('pro');
    expect(await changePlan()).toContain('This plan is not offered.');
    expect(await business.standing()).toMatchObject({ plan: 'pro', status: 'past_due' });
    await business.pay();
    expect(await changePlan()).toContain('Your plan was changed.');
    await owner.call('syncBilling', { tenantId });
    expect(await business.standing()).toMatchObject({ plan: 'business', status: 'active' });
  });
});

test('looking up what was bought brings the plan in step without an event, and the seats that are used to Stripe', async () => {
  const { owner, tenantId } = await newTenant();
  await owner.call('startCheckout', wish(tenantId));
  const customer = await customerOf(tenantId);
  const { data } = await stripe.prices.list({ lookup_keys: ['tenantry_business_year'] });
  const trial = { customer, items: [{ price: data[0]?.id ?? '', quantity: 7 }], trial_period_days: 14 };
  const { id } = await stripe.subscriptions.create(trial);
  await owner.call('syncBilling', { tenantId });
  expect(await readDocument(paths.tenant(tenantId))).toMatchObject({ plan: 'business', limits: { seats: null } });
  expect((await stripe.subscriptions.retrieve(id)).items.data[0]?.quantity).toBe(1);
});
