import { monthAfter, monthOf } from '@tenantry/model/billing/usage-month';
import { featuresOf } from '@tenantry/model/plans';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { rollUpTenant } from '../../../functions/src/usage/roll-up/roll-up-tenant.ts';
import { database } from '../../support/database.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { setAccess, setPlan } from '../../support/staff.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace, openPage, pages, pathOf, row } from '../../support/web/workspace.ts';

const rollUp = ({ tenantId }: Shop) => inTenantContext(tenantId, randomUUID(), () => rollUpTenant(new Date()));

/** A month as a roll-up leaves it: so many orders on each day up to one. */
async function putMonth({ tenantId }: Shop, month: string, orders: number, lastDay: number): Promise<void> {
  const numbers = Array.from({ length: lastDay }, (_, index) => String(index + 1).padStart(2, '0'));
  await database()
    .doc(inTenant(tenantId, tenantPaths.usage(month)))
    .set({
      month,
      totals: { orders: orders * lastDay },
      days: Object.fromEntries(numbers.map((day) => [day, { orders }])),
      standing: { seats: 3, invited: 1, products: 12 },
      rolledUpAt: Timestamp.now(),
    });
}

test('an owner sees what is used grow, what comes of it, and with the report the months before, to take away', async () => {
  const shop = await newShop('Harbour');
  const { owner, tenantId } = shop;
  const page = await enterWorkspace(shop);
  await openPage(page, 'Usage');
  await page.getByRole('heading', { name: 'Nothing is counted yet' }).waitFor();
  const tea = await shop.product();
  await owner.call('placeOrder', shop.order([tea, 1]));
  await owner.call('placeOrder', shop.order([tea, 1]));
  await rollUp(shop);
  // It is there by itself.
  await page.getByText('2 of 200').waitFor();
  await page.getByText('1 of 5').waitFor();
  await page.getByText('1 of 100').waitFor();
  await page.getByText(/^Orders in .*: 2 so far, about \d+ expected by its end, and a limit of 200\.$/).waitFor();
  await page.getByText('The usage report comes with the plans Pro and Business').waitFor();
  expect(await page.getByRole('button', { name: 'Download days (CSV)' }).count()).toBe(0);

  const now = new Date();
  const month = monthOf(now);
  await putMonth(shop, monthAfter(month, -1), 3, 28);
  await putMonth(shop, month, 7, now.getUTCDate());
  await page.getByText(`${7 * now.getUTCDate()} of 200`).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Seats' }).getByText('Nearly full').waitFor();
  await photograph(page, 'workspace-usage-free');

  await setPlan(tenantId, 'pro');
  await setAccess(tenantId, { features: featuresOf('pro') });
  await row(page, '84').getByText('Orders', { exact: false }).first().waitFor({ state: 'attached' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download days (CSV)' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(lines.slice(0, 2)).toEqual([
    'day,orders,seats_change,products_change,exports',
    `${monthAfter(month, -1)}-01,3,0,0,0`,
  ]);
  expect(lines).toHaveLength(1 + 28 + now.getUTCDate() + 1);

  await page.getByRole('button', { name: 'Seats' }).click();
  await page.getByText(/^Seats in .*: 4 so far, about \d+ expected by its end, and a limit of 25\.$/).waitFor();
  expect(new URL(page.url()).search).toBe('?of=seats');
  await page.reload();
  await page.getByText(/^Seats in /).waitFor();
  await photograph(page, 'workspace-usage-report');
});

test('whoever may not see usage finds no such page, and whoever may does', async () => {
  const shop = await newShop('Harbour');
  await rollUp(shop);
  const [member, admin] = await Promise.all([shop.staff('member'), shop.staff('admin')]);
  const page = await enterWorkspace(shop, { as: member });
  expect(await pages(page).getByRole('link', { name: 'Usage' }).count()).toBe(0);
  await page.goto(pathOf(shop, 'usage'));
  await page.getByText('You may not see this').waitFor();
  const other = await enterWorkspace(shop, { as: admin, at: 'usage' });
  await other.getByText('1 of 5').waitFor();
});
