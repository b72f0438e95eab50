import { paths } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import { billingPath, stackStripe, tellStripe } from '../../support/billing.ts';
import { readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';

const stripe = stackStripe();

beforeAll(() => tellStripe('faults', { drop: true }));

const customerOf = async (tenantId: string) => String((await readDocument(billingPath(tenantId)))?.customerId);
const openPages = async (customer: string) => (await stripe.checkout.sessions.list({ customer, status: 'open' })).data;
const wish = (tenantId: string) => ({ tenantId, plan: 'pro', interval: 'month' }) as const;

describe('buying a plan', () => {
  test('leads to Stripe, for a customer who is registered as this business, with a trial and the seats that are used', async () => {
    const { owner, tenantId } = await newTenant();
    const { url } = await owner.call('startCheckout', wish(tenantId));
    const customer = await customerOf(tenantId);
    expect(await readDocument(paths.stripeCustomer(customer))).toMatchObject({ tenantId });
    const [page] = await openPages(customer);
    expect(page).toMatchObject({ url, mode: 'subscription', client_reference_id: tenantId });
  });

  test('twice at once makes one customer and leaves at most two pages, of which a third call leaves one', async () => {
    const { owner, tenantId } = await newTenant();
    await Promise.all([owner.call('startCheckout', wish(tenantId)), owner.call('startCheckout', wish(tenantId))]);
    const customer = await customerOf(tenantId);
    const { url } = await owner.call('startCheckout', wish(tenantId));
    expect((await openPages(customer)).map((page) => page.url)).toEqual([url]);
    expect(await customerOf(tenantId)).toBe(customer);
  });

  test('is refused while a subscription runs, whoever started it, and possible again when it has ended', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('startCheckout', wish(tenantId));
    const customer = await customerOf(tenantId);
    const { data } = await stripe.prices.list({ lookup_keys: ['tenantry_pro_month'] });
    const trial = { customer, items: [{ price: data[0]?.id ?? '' }], trial_period_days: 14 };
    const { id } = await stripe.subscriptions.create(trial);
    await expect(owner.call('startCheckout', wish(tenantId))).rejects.toThrow(/subscription is running/);
    await stripe.subscriptions.cancel(id);
    await expect(owner.call('startCheckout', wish(tenantId))).resolves.toHaveProperty('url');
  });

  test('for a customer whom somebody deleted at Stripe makes another one', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('startCheckout', wish(tenantId));
    const former = await customerOf(tenantId);
    await stripe.customers.del(former);
    await owner.call('startCheckout', wish(tenantId));
    const present = await customerOf(tenantId);
    expect(present).not.toBe(former);
    expect(await readDocument(paths.stripeCustomer(present))).toMatchObject({ tenantId });
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
