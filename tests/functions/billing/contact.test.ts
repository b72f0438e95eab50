import { Timestamp } from 'firebase-admin/firestore';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import { syncSeats } from '../../../functions/src/billing/seats/sync-seats.ts';
import { newCustomerBusiness } from '../../support/billing/customer-business.ts';
import { askStripe, billingPath, stackStripe, tellStripe } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import { hire } from '../../support/staff.ts';

/** A window of five seconds, a process that starts, and a queue that tries again. */
const soon = { timeout: 60_000 };
const minute = 60_000;

beforeAll(() => tellStripe('faults', { drop: true }));

type Business = { readonly owner: Person; readonly tenantId: string; readonly customer: string };

/** The address to which Stripe sends a customer's invoices. */
async function writtenTo({ customer }: Business): Promise<string | null> {
  const found = await stackStripe().customers.retrieve(customer);
  if (found.deleted) throw new Error('The customer was deleted.');
  return found.email;
}
const open = ({ tenantId }: Business, person: Person) => person.call('openBillingPortal', { tenantId });
const noted = async ({ tenantId }: Business) => (await readDocument(billingPath(tenantId)))?.contact;

/** The task as the queue hands it over, at its time. */
const runTask = ({ tenantId }: Business) =>
  (syncSeats as unknown as { run(task: unknown): Promise<void> }).run({
    data: { tenantId, requestId: 'request', dueAt: 0 },
  });

/** What reached Stripe about a customer itself while something was done. */
async function requestsDuring({ customer }: Business, act: () => Promise<unknown>): Promise<string[]> {
  const about = async () =>
    ((await askStripe('requests')) as string[]).filter((request) => request.includes(`/v1/customers/${customer}`));
  const before = (await about()).length;
  await act();
  return (await about()).slice(before);
}

/** A business of three owners, the founder, the second and the third, whom Stripe wrote to last. */
async function ownedByThree() {
  const business = await newCustomerBusiness();
  const second = await hire(business.owner, business.tenantId, 'owner');
  const third = await hire(business.owner, business.tenantId, 'owner');
  await open(business, second);
  await open(business, third);
  expect(await writtenTo(business)).toBe(third.email);
  return { ...business, second, third };
}

describe('Stripe writes to the owner of the longest standing soon after the one whom it wrote to', () => {
  test.each([
    ['was removed', ({ owner, tenantId }, { uid }) => owner.call('removeMember', { tenantId, uid })],
    [
      'became an admin',
      ({ owner, tenantId }, { uid }) => owner.call('setMemberRole', { tenantId, uid, role: 'admin' }),
    ],
    ['left', ({ tenantId }, person) => person.call('leaveTenant', { tenantId })],
    ['deleted their account', (_, person) => person.call('deleteAccount', {})],
  ] satisfies [string, (business: Business, person: Person) => Promise<unknown>][])('%s', async (_what, goes) => {
    const business = await ownedByThree();
    // Of somebody else nothing changes.
    await goes(business, business.second);
    await runTask(business);
    expect(await writtenTo(business)).toBe(business.third.email);

    await goes(business, business.third);
    await expect.poll(() => writtenTo(business), soon).toBe(business.owner.email);
    await expect.poll(() => noted(business)).toEqual({ uid: business.owner.uid, telling: {} });
  });
});

test('nobody’s going waits for Stripe, which is told when it answers', async () => {
  const business = await ownedByThree();
  const { owner, tenantId, third } = business;
  // As often as the SDK tries.
  await tellStripe('api-faults', { times: 3, answer: 503, path: `/v1/customers/${business.customer}`, method: 'POST' });
  await owner.call('removeMember', { tenantId, uid: third.uid });
  expect(await readDocument(inTenant(tenantId, tenantPaths.member(third.uid)))).toBeUndefined();
  await expect.poll(() => writtenTo(business), soon).toBe(owner.email);
});

test('of owners who open the portal at once one is written to, and it is who is noted; one who is removed meanwhile is not', async () => {
  const business = await ownedByThree();
  const { owner, tenantId, second, third } = business;
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([open(business, owner), open(business, second), open(business, third)]);
    const { uid, telling } = (await noted(business)) as { uid: string; telling: object };
    expect(telling).toEqual({});
    expect(await writtenTo(business)).toBe([owner, second, third].find((each) => each.uid === uid)?.email);
  }
  // The first answer is lost, so that it is told anew half a second later.
  await tellStripe('api-faults', { times: 1, answer: 500, path: `/v1/customers/${business.customer}`, method: 'POST' });
  await open(business, second);
  await tellStripe('api-faults', { times: 1, answer: 500, path: `/v1/customers/${business.customer}`, method: 'POST' });
  await Promise.all([
    open(business, third),
    owner.call('removeMember', { tenantId, uid: third.uid }).then(() => runTask(business)),
  ]);
  expect(await writtenTo(business)).not.toBe(third.email);
  expect(await noted(business)).toMatchObject({ telling: {} });
});

test('what somebody told Stripe who died at it is told right by the next sync, and again until they can be at it no more', async () => {
  const business = await ownedByThree();
  const { customer, tenantId, second, third } = business;
  const died = async (ago: number) => {
    await stackStripe().customers.update(customer, { email: third.email });
    const contact = { uid: second.uid, telling: { dead: Date.now() - ago } };
    await database().doc(billingPath(tenantId)).update({ contact });
    await runTask(business);
    expect(await writtenTo(business)).toBe(second.email);
    return noted(business);
  };
  expect(await died(minute)).toMatchObject({ telling: { dead: expect.any(Number) as number } });
  expect(await died(3 * minute)).toEqual({ uid: second.uid, telling: {} });
});

test('a business from before this was known keeps an owner’s address, and not that of anybody else', async () => {
  const business = await ownedByThree();
  const { customer, owner, tenantId, second, third } = business;
  const { contact: _contact, ...before } = (await readDocument(billingPath(tenantId))) ?? {};
  const asBefore = () => database().doc(billingPath(tenantId)).set(before);
  await asBefore();
  await runTask(business);
  expect(await writtenTo(business)).toBe(third.email);
  expect(await noted(business)).toEqual({ uid: third.uid, telling: {} });

  await asBefore();
  await stackStripe().customers.update(customer, { email: 'gone@example.com' });
  // Founders stand longest unless somebody writes down otherwise.
  const joinedAt = Timestamp.fromMillis(0);
  await database()
    .doc(inTenant(tenantId, tenantPaths.member(second.uid)))
    .update({ joinedAt });
  await runTask(business);
  expect(await writtenTo(business)).toBe(second.email);
  expect(owner.email).not.toBe(second.email);
});

test('an owner whose address Stripe refuses leaves it to the next, and where there is none to nobody', async () => {
  const business = await ownedByThree();
  const { tenantId, owner, second, third } = business;
  const has = (person: Person, email: string) =>
    database()
      .doc(inTenant(tenantId, tenantPaths.member(person.uid)))
      .update({ email });
  await has(owner, 'owner@example.invalid');
  await database()
    .doc(inTenant(tenantId, tenantPaths.member(third.uid)))
    .delete();
  await runTask(business);
  expect(await writtenTo(business)).toBe(second.email);

  await has(second, 'second@example.invalid');
  await database()
    .doc(billingPath(tenantId))
    .update({ contact: { uid: third.uid, telling: {} } });
  await runTask(business);
  expect(await writtenTo(business)).toBeNull();
  expect(await noted(business)).toEqual({ uid: null, telling: {} });
  // Until somebody else opens Stripe's pages.
  expect(await requestsDuring(business, () => runTask(business))).toEqual([]);
});

test('where nothing changed Stripe is asked nothing more of the customer', async () => {
  const business = await ownedByThree();
  expect(await requestsDuring(business, () => runTask(business))).toEqual([]);
  await stackStripe().customers.del(business.customer);
  await database().doc(billingPath(business.tenantId)).update({ 'contact.uid': 'nobody' });
  await runTask(business);
  expect(await noted(business)).toEqual({ uid: null, telling: {} });
  expect(await requestsDuring(business, () => runTask(business))).toEqual([]);
});
