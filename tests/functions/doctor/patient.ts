import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTenant } from '@tenantry/model/paths';
import type { DocumentData } from 'firebase-admin/firestore';
import { dataChecks } from '../../../functions/src/data-doctor.ts';
import { examine } from '../../../functions/src/doctor/examine.ts';
import { Findings } from '../../../functions/src/doctor/findings.ts';
import { database } from '../../support/database.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { invite } from '../../support/staff.ts';

type BusinessCheckName = keyof typeof dataChecks.business;

/** What the doctor says of a business, of everything or of what some checks look at: each fault, and the checks that found one. */
export async function examined(tenantId: string, only?: readonly BusinessCheckName[]) {
  const said: string[] = [];
  const checks = only
    ? { platform: {}, business: Object.fromEntries(only.map((name) => [name, dataChecks.business[name]])) }
    : dataChecks;
  const rows = await examine(checks, { tenantId, tell: (line) => said.push(line), patience: 0 });
  const wrong = rows.filter((row) => row.wrong > 0 || row.failed > 0).map(({ check }) => check);
  return {
    said: said.map((line) => (line.startsWith(tenantId) ? line.slice(tenantId.length + 1) : line)),
    wrong,
    rows,
  };
}

/** Looks at one entry by itself. Answers what is wrong with it, in words. */
export async function lookAt<Item>(
  check: { look(item: Item, found: Findings, now: number): Promise<void> },
  item: Item,
): Promise<string[]> {
  const found = new Findings();
  await check.look(item, found, Date.now());
  return found.faults.map(({ about, is }) => `${about} is ${is}`);
}

/** Changes a document behind the code's back, tells what the doctor says then, and puts it back. `undefined` takes it away. */
export async function whileChanged(
  tenantId: string,
  path: string,
  change: (document: DocumentData) => DocumentData | undefined,
  only?: readonly BusinessCheckName[],
) {
  const reference = database().doc(path.startsWith('/') ? path.slice(1) : inTenant(tenantId, path));
  const before = (await reference.get()).data();
  const changed = change(before ?? {});
  if (isDeepStrictEqual(changed, before)) throw new Error(`Nothing is changed in ${path}.`);
  await (changed ? reference.set(changed) : reference.delete());
  try {
    return await examined(tenantId, only);
  } finally {
    await (before ? reference.set(before) : reference.delete());
  }
}

/** One fact, where it is, what it is made, and what the doctor says of it. A path with a slash before it is not the tenant's. */
export type Fault = readonly [
  what: string,
  path: (shop: Shop) => string | Promise<string>,
  change: (document: DocumentData) => DocumentData | undefined,
  says: RegExp,
];

/** A business in which something of everything happened. */
export async function busyShop(): Promise<Shop> {
  const shop = await newShop();
  const { owner, tenantId } = shop;
  const [tea, gone, customer] = await Promise.all([
    shop.product({ sku: 'tea-1' }),
    shop.product(),
    shop.customer(),
    shop.product({ sku: 'cup-1' }),
  ]);
  await owner.call('deleteProduct', { tenantId, productId: gone });
  await owner.call('placeOrder', shop.order([tea, 1]));
  const { orderId } = await customer.call('placeOrder', shop.order([tea, 2]));
  await owner.call('fulfillOrder', { tenantId, orderId });
  const second = await owner.call('placeOrder', shop.order([tea, 1]));
  await owner.call('cancelOrder', { tenantId, orderId: second.orderId });
  await shop.staff('viewer');
  await invite(owner, tenantId, `guest-${tenantId}@example.com`, 'viewer');
  await invite(owner, tenantId, `buyer-${tenantId}@example.com`, 'customer');
  return shop;
}

/** Tests that each of some faults is found by the checks that are to find it, in a business of which there is nothing to say otherwise, before and after. */
export function testFaults(
  what: string,
  only: readonly BusinessCheckName[],
  faults: readonly Fault[],
  open: () => Promise<Shop> = busyShop,
): void {
  describe(`of ${what}`, () => {
    let shop: Shop;
    beforeAll(async () => {
      shop = await open();
    });

    test('nothing is said while it is well, and all of it is looked at', async () => {
      const { said, wrong, rows } = await examined(shop.tenantId);
      expect({ said, wrong }).toEqual({ said: [], wrong: [] });
      expect(rows.filter(({ looked }) => looked === 0)).toEqual([]);
    });

    test.each(faults)('%s is found', async (_, path, change, says) => {
      const { said } = await whileChanged(shop.tenantId, await path(shop), change, only);
      expect(said).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
    });

    afterAll(async () => {
      expect((await examined(shop.tenantId)).said).toEqual([]);
    });
  });
}
