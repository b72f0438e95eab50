import { paths } from '@tenantry/model/paths';
import { featuresOf, limitsOf } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, expect, test } from 'vitest';
import { billingPath } from '../../support/billing/stack-stripe.ts';
import { database } from '../../support/database.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { setAccess } from '../../support/staff.ts';
import { examined } from './patient.ts';

const past = (hours: number) => Date.now() - hours * 3_600_000;

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});

/** What the doctor says of a business that was given a plan until a moment, and of which the register knows that. */
async function givenUntil(until: number): Promise<string[]> {
  const { tenantId } = shop;
  const given = {
    customerId: null,
    fence: 1,
    overrides: { plan: { value: 'pro', until } },
    subscriptions: [],
    invoices: {},
  };
  await database()
    .doc(paths.placement(tenantId))
    .update({ billingCheckAt: Timestamp.fromMillis(until) });
  await database()
    .doc(billingPath(tenantId))
    .set({ ...given, dunning: null, checkAt: until, syncedAt: null });
  return (await examined(tenantId)).said;
}

/** What a business has now: a plan with all that it gives. */
async function have(plan: 'free' | 'pro'): Promise<void> {
  const { tenantId } = shop;
  const features = [...featuresOf(plan)];
  await database()
    .doc(paths.tenant(tenantId))
    .update({ plan, features, limits: limitsOf(plan) });
  await setAccess(tenantId, { features });
}

test('a step that the clock brings may wait for the next run of its schedule, and no longer', async () => {
  const wrong = (is: string, shouldBe: string) =>
    expect.stringMatching(`plan of the tenant’s own document is ${is} and should be ${shouldBe}`) as string;
  const due = expect.stringMatching(
    /^billing: step of the clock is due since \S+ and should be taken. npm run schedule -- dunning$/,
  ) as string;

  await have('pro');
  expect(await givenUntil(past(-1))).toEqual([]);
  expect(await givenUntil(past(1))).toEqual([]);
  expect(await givenUntil(past(3))).toEqual(expect.arrayContaining([due, wrong('pro', 'free')]));

  await have('free');
  expect(await givenUntil(past(-1))).toEqual(expect.arrayContaining([wrong('free', 'pro')]));
  expect(await givenUntil(past(1))).toEqual([]);
  expect(await givenUntil(past(3))).toEqual([due]);
});
