import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Stripe } from 'stripe';
import { beforeAll, describe, expect, test } from 'vitest';
import { lookupKeyOf, type PaidPlan } from '@tenantry/model/billing/price-table';
import {
  billingPath,
  billingRecord,
  eventOf,
  postSigned,
  registeredCustomer,
  signatureOf,
  stackStripe,
  tellStripe,
} from '../../support/billing.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';
import { stack } from '../../support/stack.ts';

const stripe = stackStripe();

const of = (customer: string) => eventOf('customer.updated', { object: 'customer', id: customer });

type Business = { readonly tenantId: string; readonly customer: string };

/** A business whose customer at Stripe has a good card. */
async function openBusiness(): Promise<Business> {
  const { tenantId } = await newTenant();
  const customer = await registeredCustomer(tenantId);
  await database()
    .doc(billingPath(tenantId))
    .set({ ...billingRecord('free', customer), overrides: {} });
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } });
  return { tenantId, customer };
}

async function subscribe(customer: string, plan: PaidPlan): Promise<Stripe.Subscription> {
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKeyOf(plan, 'month')] });
  return stripe.subscriptions.create({ customer, items: [{ price: data[0]?.id ?? '', quantity: 1 }] });
}

const planOf = async (tenantId: string) => (await readDocument(paths.tenant(tenantId)))?.plan;
const standing = async (tenantId: string) => {
  const [tenant, access, subscription] = await Promise.all(
    [tenantPaths.self(), tenantPaths.access(), tenantPaths.subscription()].map((path) =>
      readDocument(inTenant(tenantId, path)),
    ),
  );
  const { plan, features, limits } = tenant ?? {};
  const { holds, status, features: inForce } = access ?? {};
  return { plan, features, limits, holds, status, inForce, paid: subscription?.plan, state: subscription?.status };
};

describe('an event', () => {
  let business: Business;
  beforeAll(async () => {
    business = await openBusiness();
    // No event of the stand-in's own tells of it: what is seen came by the calls of this test.
    await tellStripe('faults', { drop: true });
    await subscribe(business.customer, 'pro');
  });

  const refused: readonly (readonly [string, (payload: string) => Promise<string | null>])[] = [
    ['is not signed', () => Promise.resolve(null)],
    ['is signed with another secret', (payload) => signatureOf(payload, 'whsec_other')],
    ['was signed ten minutes ago', (payload) => signatureOf(payload, undefined, Math.floor(Date.now() / 1_000) - 600)],
    ['was signed for another text', () => signatureOf('{}')],
  ];
  test.each(refused)('that %s answers 400 and changes nothing', async (_what, headerFor) => {
    const event = of(business.customer);
    const { status } = await postSigned(event, await headerFor(JSON.stringify(event)));
    expect(status).toBe(400);
    expect(await readDocument(paths.stripeEvent(event.id))).toBeUndefined();
    expect(await planOf(business.tenantId)).toBe('free');
  });

  test('of a customer whom our register does not know is recorded and changes nothing, whatever its metadata say', async () => {
    const stranger = await stripe.customers.create({ metadata: { tenantId: business.tenantId } });
    const event = eventOf('customer.updated', {
      object: 'customer',
      id: stranger.id,
      metadata: { tenantId: business.tenantId },
    });
    const answer = await postSigned(event);
    expect([answer.status, await answer.json()]).toEqual([200, { received: true, outcome: 'ignored' }]);
    expect(await readDocument(paths.stripeEvent(event.id))).toMatchObject({ status: 'ignored', tenantId: null });
    expect(await planOf(business.tenantId)).toBe('free');
  });

  test('that is well signed brings the business in step, once; its repetition is answered and does nothing', async () => {
    const event = of(business.customer);
    const answers = [await postSigned(event), await postSigned(event)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await Promise.all(answers.map((answer) => answer.json()))).toMatchObject([
      { outcome: 'processed' },
      { outcome: 'repeated' },
    ]);
    expect(await planOf(business.tenantId)).toBe('pro');
    expect(await readDocument(paths.stripeEvent(event.id))).toMatchObject({
      status: 'processed',
      tenantId: business.tenantId,
      attempts: 1,
    });
  });

  test('that could not be carried out answers 5xx, is recorded as failed, and succeeds when it comes again', async () => {
    const failing = await openBusiness();
    // As often as the SDK tries.
    const path = `/v1/subscriptions?customer=${failing.customer}`;
    await tellStripe('api-faults', { times: 3, answer: 500, path });
    const event = of(failing.customer);
    const first = await postSigned(event);
    expect(first.status).toBe(500);
    expect(await readDocument(paths.stripeEvent(event.id))).toMatchObject({ status: 'failed', attempts: 1 });
    expect((await postSigned(event)).status).toBe(200);
    expect(await readDocument(paths.stripeEvent(event.id))).toMatchObject({
      status: 'processed',
      attempts: 2,
      error: null,
    });
  });

  test('is posted: another verb answers 405', async () => {
    expect((await fetch(`${stack.functions}/stripeWebhook`)).status).toBe(405);
  });
});

describe('events of an upgrade, a cancellation and a failed renewal', () => {
  test('in every order, each twice, come to the same state', async () => {
    await tellStripe('faults', { drop: true });
    const kinds = ['customer.subscription.updated', 'customer.subscription.deleted', 'invoice.payment_failed'];
    const states = await Promise.all(
      permutations(kinds).map(async (order) => {
        const { tenantId, customer } = await openBusiness();
        const first = await subscribe(customer, 'pro');
        const large = await subscribe(customer, 'business');
        await stripe.subscriptions.cancel(first.id);
        for (const type of order) {
          const event = eventOf(type, {
            object: type.startsWith('invoice') ? 'invoice' : 'subscription',
            id: large.id,
            customer,
          });
          const statuses = await Promise.all([postSigned(event), postSigned(event)]);
          expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
        }
        return standing(tenantId);
      }),
    );
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    expect(states[0]).toMatchObject({ plan: 'business', paid: 'business', state: 'active', status: 'active' });
  });
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}
