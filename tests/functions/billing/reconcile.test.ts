import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, expect, test } from 'vitest';
import { schedules } from '../../../functions/src/schedules.ts';
import { giveCard, newCustomerBusiness, planOf, subscribe } from '../../support/billing/customer-business.ts';
import { give } from '../../support/billing/give.ts';
import { stackStripe, tellStripe } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';

const hour = 3_600_000;
const stripe = stackStripe();

beforeAll(() => tellStripe('faults', { drop: true }));

test('the night notes when a gift ends, where whoever gave it died before that, and leaves alone what is noted', async () => {
  const [lost, noted] = await Promise.all([newTenant(), newTenant()]);
  const until = Date.now() + hour;
  const plan = { value: 'business', until } as const;
  await Promise.all([give(lost.tenantId, { plan }), give(noted.tenantId, { plan })]);
  const placementOf = ({ tenantId }: { tenantId: string }) => database().doc(paths.placement(tenantId));
  const before = (await placementOf(noted).get()).data();
  await placementOf(lost).update({ billingCheckAt: null, billingCheckFence: 0 });

  await schedules.reconcileBilling(new Date());
  expect((await placementOf(lost).get()).get('billingCheckAt')).toMatchObject({ seconds: Math.floor(until / 1_000) });
  expect((await placementOf(noted).get()).data()).toEqual(before);
  await schedules.dunning(new Date(until - 60_000));
  expect([await planOf(lost.tenantId), await planOf(noted.tenantId)]).toEqual(['business', 'business']);
  await schedules.dunning(new Date(until + 60_000));
  expect([await planOf(lost.tenantId), await planOf(noted.tenantId)]).toEqual(['free', 'free']);
});

test('the night takes back a moment of which nothing comes any more, of a customer and of a business that never was one', async () => {
  const [{ tenantId: neverBought }, { tenantId: customer }] = await Promise.all([newTenant(), newCustomerBusiness()]);
  const noted = async (tenantId: string) => (await readDocument(paths.placement(tenantId)))?.billingCheckAt;
  const late = Timestamp.fromMillis(Date.now() + 400 * 24 * hour);
  const tenants = [neverBought, customer];
  await Promise.all(tenants.map((id) => database().doc(paths.placement(id)).update({ billingCheckAt: late })));
  expect(await Promise.all(tenants.map(noted))).toEqual([late, late]);
  await schedules.reconcileBilling(new Date());
  expect(await Promise.all(tenants.map(noted))).toEqual([null, null]);
});

test('an invoice that is paid at last is shown so, however many came after it', async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Math.floor(Date.now() / 1_000) });
  const { owner, tenantId, customer } = await newCustomerBusiness(clock.id);
  let passed = 0;
  const days = async (count: number) => {
    passed += count * 24 * hour;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: Math.floor((Date.now() + passed) / 1_000) });
  };
  await subscribe(customer, 'pro');
  const { id: second } = await subscribe(customer, 'business');
  await giveCard(customer, 'pm_card_chargeCustomerFail');
  await days(31.5);
  await stripe.subscriptions.cancel(second);
  await giveCard(customer, 'pm_card_visa');
  await days(9 * 365);
  const [left] = (await stripe.invoices.list({ customer, status: 'open' })).data;
  const owed = left?.id ?? '';
  const { has_more } = await stripe.invoices.list({ customer, limit: 100 });
  expect(has_more).toBe(true);
  const shown = async () => {
    await owner.call('syncBilling', { tenantId });
    return (await readDocument(inTenant(tenantId, tenantPaths.invoice(owed))))?.status;
  };
  expect(await shown()).toBe('open');
  await stripe.invoices.pay(owed);
  expect(await shown()).toBe('paid');
});
