import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { syncSeats } from '../../../functions/src/billing/seats/sync-seats.ts';
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
import { Shop } from '../../support/shop.ts';
import { hire, setPlan } from '../../support/staff.ts';
import { newSubscriber, type Subscriber } from '../../support/billing/subscriber.ts';

const stripe = stackStripe();

/** A window of five seconds, a process that starts, and a queue that tries again: longer than most of what is waited for. */
const soon = { timeout: 60_000 };

const countersOf = ({ tenantId }: Shop) => inTenant(tenantId, tenantPaths.counters());
const usedBy = async (business: Shop) => (await readDocument(countersOf(business)))?.seatsUsed;

/** What Stripe bills a business by: the quantity of its one subscription. */
async function billed(business: Subscriber): Promise<{ id: string; quantity: number | undefined }> {
  const { data } = await stripe.subscriptions.list({ customer: await business.customerId() });
  expect(data).toHaveLength(1);
  return { id: data[0]?.id ?? '', quantity: data[0]?.items.data[0]?.quantity };
}
const quantityOf = async (business: Subscriber) => (await billed(business)).quantity;

/** The requests that reached Stripe so far, this test's own among them, whose path holds one of these. */
async function requestsAbout(...ids: readonly string[]): Promise<string[]> {
  return ((await askStripe('requests')) as string[]).filter((request) => ids.some((id) => request.includes(id)));
}

type Delivery = { readonly event: object; readonly state: string };
/** The events about a customer that are still on their way: each brings the business in step as well. */
async function untold(customer: string): Promise<Delivery[]> {
  const all = (await askStripe('deliveries')) as Delivery[];
  return all.filter(({ event, state }) => state === 'waiting' && JSON.stringify(event).includes(customer));
}

/** Customers of a business, as far as its database knows, with no sign-in and no address. */
async function customersOf({ tenantId }: Shop, count: number): Promise<readonly string[]> {
  const uids = Array.from({ length: count }, () => randomUUID());
  const batch = database().batch();
  const at = Timestamp.now();
  for (const uid of uids) {
    const customer = { uid, role: 'customer', version: 0, email: '', displayName: '', joinedAt: at, lastSeenAt: at };
    batch.set(database().doc(inTenant(tenantId, tenantPaths.member(uid))), customer);
  }
  await batch.commit();
  return uids;
}
const promoteAll = ({ owner, tenantId }: Shop, uids: readonly string[]) =>
  Promise.all(uids.map((uid) => owner.call('setMemberRole', { tenantId, uid, role: 'viewer' })));

/** The task as the queue hands it over, at its time. */
const runTask = (tenantId: string) =>
  (syncSeats as unknown as { run(task: unknown): Promise<void> }).run({
    data: { tenantId, requestId: 'request', dueAt: 0 },
  });

describe('a change of the team', () => {
  let paying: Subscriber;
  /** The same, but that nobody pays: known to Stripe, on a plan that an operator gave. */
  let given: Shop;
  let customer: string;

  beforeAll(async () => {
    [paying, given] = await Promise.all([
      newSubscriber('Paying'),
      newTenant('Given').then((tenant) => new Shop(tenant)),
    ]);
    customer = await registeredCustomer(given.tenantId);
    await setPlan(given.tenantId, 'pro');
    await database().doc(billingPath(given.tenantId)).set(billingRecord('pro', customer));
  });

  test('is what Stripe bills by soon after, whoever came, changed or went', async () => {
    expect(await quantityOf(paying)).toBe(1);
    const [viewer, guest] = await Promise.all([hire(paying.owner, paying.tenantId, 'viewer'), paying.customer()]);
    await expect.poll(() => quantityOf(paying), soon).toBe(2);

    const { tenantId, owner } = paying;
    await owner.call('setMemberRole', { tenantId, uid: guest.uid, role: 'member' });
    await owner.call('inviteMember', { tenantId, email: `open-${tenantId}@example.com`, role: 'viewer' });
    await expect.poll(() => quantityOf(paying), soon).toBe(3);
    await expect.poll(() => paying.standing()).toMatchObject({ seats: 3 });

    await owner.call('removeMember', { tenantId, uid: viewer.uid });
    await (await guest.refresh()).call('leaveTenant', { tenantId });
    await expect.poll(() => quantityOf(paying), soon).toBe(1);
    expect(await usedBy(paying)).toBe(1);
  });

  test('twenty at once cost few calls of Stripe, and none where nobody pays', async () => {
    const [team, unpaid] = await Promise.all([customersOf(paying, 20), customersOf(given, 3)]);
    const { id } = await billed(paying);
    const before = (await requestsAbout(id, await paying.customerId())).length;
    const beforeUnpaid = (await requestsAbout(customer)).length;

    const began = performance.now();
    await Promise.all([promoteAll(paying, team), promoteAll(given, unpaid)]);
    const windows = 1 + Math.ceil((performance.now() - began) / 5_000);
    let looked = 0;
    const look = async () => {
      looked += 1;
      return quantityOf(paying);
    };
    await expect.poll(look, { ...soon, interval: 500 }).toBe(21);
    expect([await usedBy(paying), await usedBy(given)]).toEqual([21, 4]);
    const asked = (await requestsAbout(id, await paying.customerId())).slice(before);
    expect(asked.filter((request) => request.startsWith('POST')).length).toBeLessThanOrEqual(windows);
    // Two to read, one to write, two to see it written, and as many again for the event that follows.
    expect(asked.length - looked).toBeLessThanOrEqual(12 * windows);
    expect(await requestsAbout(customer)).toHaveLength(beforeUnpaid);
  });
});

describe('while Stripe does not answer', () => {
  test('the change of the team stands, and the queue tells Stripe when it answers', async () => {
    const business = await newSubscriber('Unheard');
    const [people, { id }, customer] = await Promise.all([
      customersOf(business, 1),
      billed(business),
      business.customerId(),
    ]);
    await expect.poll(() => untold(customer)).toEqual([]);
    // As often as the SDK tries.
    await tellStripe('api-faults', { times: 3, answer: 503, path: `/v1/subscriptions/${id}` });
    await promoteAll(business, people);
    expect(await usedBy(business)).toBe(2);
    const tried = async () => (await requestsAbout(id)).length;
    await expect.poll(tried, soon).toBeGreaterThanOrEqual(3);
    await expect.poll(() => quantityOf(business), soon).toBe(2);
  });

  test('the task fails, so that it comes again; of several that come at once each leaves the same behind', async () => {
    const business = await newSubscriber('Unqueued');
    const [{ id }, customer] = await Promise.all([billed(business), business.customerId()]);
    await expect.poll(() => untold(customer)).toEqual([]);
    const updatesOf = async () => (await requestsAbout(id)).filter((request) => request.startsWith('POST')).length;
    // As a change whose task was lost leaves it.
    await database().doc(countersOf(business)).update({ seatsUsed: 4 });
    // It was done: what is lost is the answer alone.
    await tellStripe('api-faults', { times: 3, answer: 500, isDone: true, path: `/v1/subscriptions/${id}` });
    await expect(runTask(business.tenantId)).rejects.toThrow('An unknown error occurred.');
    await database().doc(countersOf(business)).update({ seatsUsed: 5 });
    await Promise.all([runTask(business.tenantId), runTask(business.tenantId), runTask(business.tenantId)]);
    expect(await quantityOf(business)).toBe(5);

    const before = await updatesOf();
    await runTask(business.tenantId);
    expect(await updatesOf()).toBe(before);
    await database().doc(countersOf(business)).update({ seatsUsed: 0 });
    await runTask(business.tenantId);
    expect(await quantityOf(business)).toBe(1);
  });
});

test('the task for a business that is gone is done with', async () => {
  await expect(runTask('neverthere')).resolves.toBeUndefined();
});
