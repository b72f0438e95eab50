import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Timestamp } from 'firebase-admin/firestore';
import type { Stripe } from 'stripe';
import { newTenantId } from '@tenantry/model/tenant-id';
import { beforeAll, describe, expect, test } from 'vitest';
import { lookupKeyOf } from '@tenantry/model/billing/price-table';
import {
  billingPath,
  eventOf,
  postSigned,
  registeredCustomer,
  signatureOf,
  stackStripe,
  tellStripe,
} from '../../support/billing/stack-stripe.ts';
import {
  type CustomerBusiness,
  newCustomerBusiness,
  planOf,
  subscribe,
} from '../../support/billing/customer-business.ts';
import { database, readDocument } from '../../support/database.ts';
import { stack } from '../../support/stack.ts';

const stripe = stackStripe();

const of = (customer: string) => eventOf('customer.updated', { object: 'customer', id: customer });

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
  let business: CustomerBusiness;
  beforeAll(async () => {
    business = await newCustomerBusiness();
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

  test('of a customer whose business is gone is nobody’s, and no reason for Stripe to send it again', async () => {
    const gone = newTenantId();
    const event = of(await registeredCustomer(gone));
    const answer = await postSigned(event);
    expect([answer.status, await answer.json()]).toEqual([200, { received: true, outcome: 'ignored' }]);
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
    const failing = await newCustomerBusiness();
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

  test('that comes again notes when the clock changes something next: whoever took it first may have died before', async () => {
    const { tenantId, customer } = await newCustomerBusiness();
    const until = Date.now() + 86_400_000;
    const given = { plan: { value: 'pro', until } };
    await database().doc(billingPath(tenantId)).update({ overrides: given });
    const placement = database().doc(paths.placement(tenantId));
    const noted = async () => ((await placement.get()).get('billingCheckAt') as Timestamp | null)?.toMillis() ?? null;
    const first = of(customer);
    await postSigned(first);
    expect(await noted()).toBe(until);

    await placement.update({ billingCheckAt: null });
    await postSigned(of(customer));
    expect(await noted()).toBeNull();
    await database().doc(paths.stripeEvent(first.id)).update({ status: 'failed' });
    await postSigned(first);
    expect(await noted()).toBe(until);
  });

  test('is posted: another verb answers 405', async () => {
    expect((await fetch(`${stack.functions}/stripeWebhook`)).status).toBe(405);
  });
});

describe('events of an upgrade, a cancellation and a failed renewal', () => {
  const day = 86_400;

  /** What happens to a subscription, each with what Stripe tells of it. */
  const steps = {
    upgrade: async ({ subscription: { id, items } }: Past) => {
      const { data } = await stripe.prices.list({ lookup_keys: [lookupKeyOf('business', 'month')] });
      await stripe.subscriptions.update(id, {
        items: [{ id: items.data[0]?.id ?? '', price: data[0]?.id ?? '' }],
      });
    },
    'failed renewal': async ({ customer, clock, now }: Past) => {
      const card = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
      await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } });
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: now + 32 * day });
    },
    cancellation: async ({ subscription: { id } }: Past) => {
      await stripe.subscriptions.cancel(id);
    },
  } as const;
  type Step = keyof typeof steps;
  type Past = CustomerBusiness & {
    readonly subscription: Stripe.Subscription;
    readonly clock: string;
    readonly now: number;
  };

  /** All of it happens at Stripe, in the order in which it can, and nothing is told yet. */
  async function happen(names: readonly Step[]): Promise<Past & { readonly told: Record<string, Stripe.Event[]> }> {
    const now = Math.floor(Date.now() / 1_000);
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: now });
    const business = await newCustomerBusiness(clock.id);
    const subscription = await subscribe(business.customer, 'pro');
    const past = { ...business, subscription, clock: clock.id, now };
    const told: Record<string, Stripe.Event[]> = {};
    let before = (await eventsOf(past)).length;
    for (const name of names) {
      await steps[name](past);
      const events = await eventsOf(past);
      told[name] = events.slice(before);
      before = events.length;
    }
    return { ...past, told };
  }

  /** What Stripe has to tell of a customer, the oldest first. */
  async function eventsOf({ customer }: CustomerBusiness): Promise<Stripe.Event[]> {
    const all = (await (await fetch(`${process.env.STRIPE_API_BASE ?? ''}/_double/events`)).json()) as Stripe.Event[];
    return all.filter((event) => JSON.stringify(event.data.object).includes(customer));
  }

  test.each([
    [['upgrade', 'failed renewal'], { plan: 'business', paid: 'business', state: 'past_due', status: 'active' }],
    [['upgrade', 'failed renewal', 'cancellation'], { plan: 'free', paid: 'free', state: 'none', status: 'active' }],
  ] as const)('in every order, each twice and backwards, come to what Stripe says: %s', async (names, expected) => {
    await tellStripe('faults', { drop: true });
    const kinds = new Set<string>();
    const states = await Promise.all(
      permutations(names).map(async (order) => {
        const { tenantId, told } = await happen(names);
        expect(await standing(tenantId)).toMatchObject({ plan: 'free' });
        for (const name of order) {
          const events = told[name] ?? [];
          for (const { type } of events) kinds.add(type);
          for (const event of events.toReversed()) {
            const answers = await Promise.all([postSigned(event), postSigned(event)]);
            expect(answers.map(({ status }) => status)).toEqual([200, 200]);
          }
        }
        return standing(tenantId);
      }),
    );
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    expect(states[0]).toMatchObject(expected);
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'customer.subscription.updated',
        'invoice.payment_failed',
        ...(names.length > 2 ? ['customer.subscription.deleted'] : []),
      ]),
    );
  });
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}
