import { inTenant, paths } from '@tenantry/model/paths';
import { newTenantId } from '@tenantry/model/tenant-id';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { examine } from '../../../functions/src/doctor/examine.ts';
import { placed } from '../../../functions/src/doctor/platform/placed.ts';
import { namesBusinesses } from '../../../functions/src/doctor/platform/registers.ts';
import { tenantDocuments } from '../../../functions/src/platform/data/documents.ts';
import type { TenantTransaction } from '../../../functions/src/platform/data/scoped-transaction.ts';
import { everySignIn } from '../../../functions/src/platform/data/sign-ins/listed-sign-ins.ts';
import { everyTenantId } from '../../../functions/src/platform/data/tenants/listed-tenants.ts';
import { readTenant } from '../../../functions/src/platform/data/transactions.ts';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { database } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { examined, lookAt } from './patient.ts';

/** Whether a list that is read a page at a time has an id, and how often. */
async function timesIn(pages: AsyncIterable<readonly { readonly id: string }[]>, id: string): Promise<number> {
  let times = 0;
  for await (const page of pages) times += page.filter((each) => each.id === id).length;
  return times;
}

test('what lies below a tenant that is not placed is found, its own document there or not', async () => {
  const { tenantId } = await newTenant();
  const left = newTenantId();
  const document = database().doc(inTenant(left, 'products/p'));
  await document.set({ name: 'Tea' });
  expect(await timesIn(everyTenantId(), tenantId)).toBe(1);
  expect(await timesIn(everyTenantId(), left)).toBe(1);
  expect(await lookAt(placed, { id: left })).toEqual([`tenants/${left} is there, and in no register of placements`]);
  expect(await lookAt(placed, { id: tenantId })).toEqual([]);
  await document.delete();
  expect(await timesIn(everyTenantId(), left)).toBe(0);
});

test('an entry of each register that names no business is found, and a second address of one', async () => {
  const { tenantId, slug, owner } = await newTenant();
  const second = `${slug}-2`;
  for (const [register, path] of [
    ['slugs', paths.slug(slug)],
    ['stripeCustomers', paths.stripeCustomer(`cus_${tenantId}`)],
    ['stripeEvents', paths.stripeEvent(`evt_${tenantId}`)],
    ['mail', paths.mail(`mail-${tenantId}`)],
  ] as const) {
    const check = namesBusinesses(register);
    const item = { id: path.split('/')[1] ?? '', data: { tenantId } };
    const reference = database().doc(path);
    const before = (await reference.get()).data();
    await reference.set({ ...before, tenantId });
    expect(await timesIn(check.pages(), item.id)).toBe(1);
    expect(await lookAt(check, item)).toEqual([]);
    await reference.set({ ...before, tenantId: 'AAAAAAAAAA' });
    expect(await lookAt(check, item)).toEqual([`${path} is of AAAAAAAAAA, which is no business`]);
    await reference.set({ ...before, tenantId: 'a/b' });
    expect(await lookAt(check, item)).toEqual([`${path} is of a/b, which is no business`]);
    for (const odd of [{ tenantId: 5 }, { other: 'field' }]) {
      await reference.set(odd);
      expect(await lookAt(check, item)).toEqual([`${path} is tenantId is missing or not of its kind`]);
    }
    await (before ? reference.set(before) : reference.delete());
  }
  await database().doc(paths.slug(second)).set({ tenantId });
  const again = await lookAt(namesBusinesses('slugs'), { id: second, data: { tenantId } });
  expect(again).toEqual([`slugs/${second} is a second address of ${tenantId}`]);
  await database().doc(paths.slug(second)).delete();
  expect(await timesIn(everySignIn(), owner.uid)).toBe(1);
});

test('all of a collection is looked at, over several pages, and equals that stand on different ones', async () => {
  const shop = await newShop();
  const model = (await shop.readProduct(await shop.product({ sku: '0' }))) ?? {};
  const writer = database().bulkWriter();
  // By id, p1 and p100 stand on the first page, p650 and p99 on the last.
  const twice = new Map([
    [99, 100],
    [650, 1],
  ]);
  for (let number = 1; number <= 650; number += 1) {
    const sku = String(twice.get(number) ?? number).padStart(4, '0');
    void writer.set(database().doc(inTenant(shop.tenantId, `products/p${number}`)), { ...model, sku });
  }
  await writer.close();
  const { said, rows } = await examined(shop.tenantId);
  expect(rows.find(({ check }) => check === 'products')).toMatchObject({ looked: 651, wrong: 2 });
  expect(rows.find(({ check }) => check === 'counters')).toMatchObject({ looked: 652, wrong: 1 });
  expect(said.join('\n')).toContain('products of system/counters is 1 and should be 651');
});

test('what is wrong at one look alone is not told, a look that fails is, and every business is looked at', async () => {
  const [{ tenantId }, { tenantId: other }] = await Promise.all([newTenant(), newTenant()]);
  const seen = new Map<string, number>();
  const said: string[] = [];
  const rows = await examine(
    {
      platform: {
        broken: {
          looksAt: 'things',
          pages: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no list')) }) }),
          look: () => Promise.resolve(),
        },
      },
      business: {
        moving: {
          looksAt: 'businesses',
          look: (business, found) => {
            const times = (seen.get(business.tenantId) ?? 0) + 1;
            seen.set(business.tenantId, times);
            found.lookAt();
            if (business.tenantId === tenantId) found.expect(`field ${times}`, 1, 2, '');
            if (business.tenantId === other) throw new Error('no answer');
            return Promise.resolve();
          },
        },
      },
    },
    { tell: (line) => said.push(line), patience: 0 },
  );
  expect([seen.get(tenantId), seen.get(other)]).toEqual([2, 2]);
  expect(said).toEqual([
    'broken: could not be looked at: no list',
    `${other} moving: could not be looked at: no answer`,
  ]);
  expect(rows).toMatchObject([
    { check: 'broken', failed: 1 },
    { check: 'moving', wrong: 0, failed: 1, looked: seen.size - 1 },
  ]);
});

test('what a check reads of a business is of one moment, whatever is written meanwhile', async () => {
  const shop = await newShop();
  const { owner, tenantId } = shop;
  const product = await shop.product();
  const ordersOf = (tx: TenantTransaction) => tx.get(tenantDocuments.counters());
  const [before, inside, after] = await inTenantContext(tenantId, randomUUID(), () =>
    readTenant(async (tx) => {
      const first = await ordersOf(tx);
      await owner.call('placeOrder', shop.order([product, 1]));
      return [first, await ordersOf(tx), await readTenant(ordersOf)];
    }),
  );
  expect([before, inside, after].map((counters) => counters?.lastOrderNumber)).toEqual([0, 0, 1]);
});
