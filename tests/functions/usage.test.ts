import { meterEventName, type Meter, meters } from '@tenantry/model/billing/meters';
import { monthOf } from '@tenantry/model/billing/usage-month';
import type { UsageDocument } from '@tenantry/model/documents/usage';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { inTenantContext } from '../../functions/src/platform/tenant-context.ts';
import { reportTenant } from '../../functions/src/usage/report/report-tenant.ts';
import { readMeters } from '../../functions/src/usage/report/stripe-meters.ts';
import { rollUpTenant } from '../../functions/src/usage/roll-up/roll-up-tenant.ts';
import { tellAlerts } from '../../functions/src/usage/roll-up/tell-alerts.ts';
import {
  billingPath,
  billingRecord,
  registeredCustomer,
  stackStripe,
  tellStripe,
} from '../support/billing/stack-stripe.ts';
import { database, readDocument } from '../support/database.ts';
import { mailsTo } from '../support/mailbox.ts';
import { newPerson } from '../support/people.ts';
import { newShop, type Shop } from '../support/shop.ts';
import { hire, invite } from '../support/staff.ts';

beforeAll(() => tellStripe('faults', { drop: true }));

const inShop = <T>({ tenantId }: Shop, work: () => Promise<T>) => inTenantContext(tenantId, randomUUID(), work);
const rollUp = (shop: Shop, now = new Date()) => inShop(shop, () => rollUpTenant(now));
const report = (shop: Shop) => inShop(shop, () => reportTenant(readMeters));
const alert = (shop: Shop, now = new Date()) => inShop(shop, () => tellAlerts(now));

async function ledgerOf({ tenantId }: Shop): Promise<Record<string, number>> {
  const events = await database().collection(inTenant(tenantId, tenantPaths.usageEvents())).get();
  const sums: Record<string, number> = {};
  for (const event of events.docs) {
    const meter = String(event.get('meter'));
    sums[meter] = (sums[meter] ?? 0) + Number(event.get('quantity'));
  }
  return sums;
}

async function monthIn({ tenantId }: Shop, now = new Date()): Promise<UsageDocument | undefined> {
  return (await readDocument(inTenant(tenantId, tenantPaths.usage(monthOf(now))))) as UsageDocument | undefined;
}

async function becomeCustomer({ tenantId }: Shop): Promise<string> {
  const customer = await registeredCustomer(tenantId);
  await database().doc(billingPath(tenantId)).set(billingRecord('business', customer));
  return customer;
}

/** What Stripe counts of a customer, over the last month. */
async function countedAt(customer: string): Promise<Record<string, number>> {
  const stripe = stackStripe();
  const { data } = await stripe.billing.meters.list({ status: 'active', limit: 100 });
  const end = Math.ceil(Date.now() / 60_000) * 60 + 600;
  const counted = meters.map(async (meter: Meter) => {
    const id = data.find(({ event_name }) => event_name === meterEventName(meter))?.id ?? '';
    const summaries = await stripe.billing.meters.listEventSummaries(id, {
      customer,
      start_time: end - 40 * 86_400,
      end_time: end,
    });
    return [meter, summaries.data[0]?.aggregated_value ?? 0] as const;
  });
  return Object.fromEntries((await Promise.all(counted)).filter(([, sum]) => sum !== 0));
}

test('every billable act is in the ledger once, then in the month and the day, then at Stripe, however often and at once it is asked for', async () => {
  const shop = await newShop();
  const { owner, tenantId } = shop;
  const customer = await becomeCustomer(shop);
  const [tea, pot, gone] = await Promise.all([shop.product(), shop.product({ stock: 0 }), shop.product()]);
  await owner.call('deleteProduct', { tenantId, productId: gone });
  const once = shop.order([tea, 1]);
  await Promise.all([1, 2, 3].map(() => owner.call('placeOrder', once)));
  const second = await owner.call('placeOrder', shop.order([tea, 1]));
  await owner.call('cancelOrder', { tenantId, orderId: second.orderId });
  // Refused: nothing happened, and nothing is counted.
  await expect(owner.call('placeOrder', shop.order([pot, 1]))).rejects.toThrow(/stock|left/i);
  await expect(shop.product({ sku: (await shop.readProduct(tea))?.sku ?? '' })).rejects.toThrow(/SKU/);

  const viewer = await shop.staff('viewer');
  await hire(owner, tenantId, 'member');
  await owner.call('setMemberRole', { tenantId, uid: viewer.uid, role: 'admin' });
  const lowered = await shop.staff('member');
  await owner.call('setMemberRole', { tenantId, uid: lowered.uid, role: 'customer' });
  await owner.call('removeMember', { tenantId, uid: viewer.uid });
  // Back within the same breath, at the version of the removal.
  await viewer.call('acceptInvite', await invite(owner, tenantId, viewer.email, 'viewer'));

  const counters = await shop.readCounters();
  const expected = { orders: 2, seats: 3, products: 2 };
  expect({ seats: counters.seatsUsed, products: counters.products }).toEqual({ seats: 3, products: 2 });
  expect(await ledgerOf(shop)).toEqual(expected);

  const taken = await Promise.all([rollUp(shop), rollUp(shop), rollUp(shop)]);
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(13);
  expect(await rollUp(shop)).toBe(0);
  const month = await monthIn(shop);
  expect(month?.totals).toEqual(expected);
  expect(Object.values(month?.days ?? {})).toEqual([expected]);
  expect(month?.standing).toEqual({ seats: 3, invited: 0, products: 2 });

  await Promise.all([report(shop), report(shop), report(shop)]);
  await report(shop);
  expect(await countedAt(customer)).toEqual(expected);
  await owner.call('deleteProduct', { tenantId, productId: pot });
  await rollUp(shop);
  await report(shop);
  expect(await countedAt(customer)).toEqual({ ...expected, products: 1 });
  expect(await ledgerOf(shop)).toEqual({ ...expected, products: 1 });
});

test('a business that is nobody’s customer yet asks nothing of Stripe, and what it used is told once it is one', async () => {
  const shop = await newShop();
  await shop.product();
  await rollUp(shop);
  expect(await inShop(shop, () => reportTenant(() => Promise.reject(new Error('Stripe was asked.'))))).toBe(0);
  const customer = await becomeCustomer(shop);
  expect(await report(shop)).toBe(2);
  expect(await countedAt(customer)).toEqual({ seats: 1, products: 1 });
});

test('a report whose answer is lost is told once, and one that Stripe refuses waits', async () => {
  const shop = await newShop();
  const customer = await becomeCustomer(shop);
  await rollUp(shop);
  // As often as the SDK tries: Stripe has it, and nobody hears of it.
  await tellStripe('api-faults', { times: 3, answer: 500, isDone: true, path: '/v1/billing/meter_events' });
  expect(await report(shop)).toBe(0);
  expect(await report(shop)).toBe(1);
  expect(await countedAt(customer)).toEqual({ seats: 1 });

  await shop.product();
  await rollUp(shop);
  await stackStripe().customers.del(customer);
  expect(await report(shop)).toBe(0);
  const next = await becomeCustomer(shop);
  expect(await report(shop)).toBe(1);
  expect(await countedAt(next)).toEqual({ products: 1 });
});

test('owners are told once when four fifths and when all of a limit are used, and nobody else is', async () => {
  const shop = await newShop('Blue Door');
  const { owner, tenantId } = shop;
  const admin = await shop.staff('admin');
  const alertsTo = async (email: string) =>
    (await mailsTo(email)).map(({ subject }) => subject).filter((subject) => subject.includes(' of '));
  await alert(shop);
  await invite(owner, tenantId, (await newPerson()).email, 'viewer');
  const third = await invite(owner, tenantId, (await newPerson()).email, 'viewer');
  await Promise.all([alert(shop), alert(shop)]);
  await alert(shop);
  await expect.poll(() => alertsTo(owner.email)).toEqual(['Blue Door has used 4 of 5 seats']);
  await invite(owner, tenantId, (await newPerson()).email, 'viewer');
  await alert(shop);
  await expect
    .poll(() => alertsTo(owner.email))
    .toEqual(['Blue Door has used 5 of 5 seats', 'Blue Door has used 4 of 5 seats']);
  await owner.call('revokeInvite', { tenantId, inviteId: third.inviteId });
  await alert(shop);
  await shop.limit({ ordersPerMonth: 1 });
  await shop.owner.call('placeOrder', shop.order([await shop.product(), 1]));
  await alert(shop);
  await expect.poll(async () => (await alertsTo(owner.email))[0]).toBe('Blue Door has used 1 of 1 orders this month');
  expect(await alertsTo(owner.email)).toHaveLength(3);
  expect(await alertsTo(admin.email)).toEqual([]);
});
