import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../support/database.ts';
import { newShop } from '../../support/shop.ts';
import { setAccess } from '../../support/staff.ts';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterShop } from '../../support/web/portal.ts';
import { enterWorkspace, pathOf, switcher } from '../../support/web/workspace.ts';

const hue = '--hue';

test('another name and colour are worn at once by every page that is open', async () => {
  const shop = await newShop('Harbour');
  const page = await enterWorkspace(shop, { at: 'settings' });
  const watching = await enterWorkspace(shop, { as: await shop.staff('viewer'), at: 'settings' });
  const { page: shop2 } = await enterShop(shop);

  await page.getByLabel('Name of the business').fill('Harbour & Sons');
  await page.getByLabel('Colour').fill('222');
  await page.getByLabel('Text after an order').fill('Pay when you fetch it.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The settings were saved').waitFor();
  for (const each of [page, watching]) {
    await switcher(each, 'Harbour & Sons').waitFor();
    await expect
      .poll(() => each.evaluate((name) => document.documentElement.style.getPropertyValue(name), hue))
      .toBe('222');
  }
  await watching.getByText('Pay when you fetch it.').waitFor();
  expect(await watching.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await shop2.getByText('Harbour & Sons').first().waitFor();

  await page.getByRole('button', { name: 'Undo' }).click();
  await switcher(watching, 'Harbour').waitFor();
  expect(await readDocument(`tenants/${shop.tenantId}`)).toMatchObject({ name: 'Harbour' });
});

test('the door can be shut to new customers, and the currency stays once there are orders', async () => {
  const shop = await newShop('Harbour');
  const tea = await shop.product();
  await shop.owner.call('placeOrder', shop.order([tea, 1]));
  const page = await enterWorkspace(shop, { at: 'settings' });
  expectProblem(page, refusedCall);
  await page.getByLabel('Currency').selectOption('USD');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The currency cannot change any more: there are orders in it.').waitFor();
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByRole('switch', { name: 'New customers may join by themselves' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The settings were saved').waitFor();
  await page.goto(pathOf(shop));
  await page.getByText('It is closed to new customers at the moment').waitFor();
});

test('the command palette reaches every page by keyboard, and gives focus back', async () => {
  const shop = await newShop('Harbour');
  const page = await enterWorkspace(shop);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  const palette = page.getByRole('dialog', { name: 'Go to a page or do something' });
  const focused = palette.locator('[role=combobox]:focus');
  for (const [typed, heading] of [
    ['prod', 'Products'],
    ['cust', 'Customers'],
    ['team', 'Team'],
    ['sett', 'Settings'],
    ['new ord', 'New order'],
    ['add prod', 'Add product'],
    ['orders', 'Orders'],
    ['profile', 'Your profile'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await focused.waitFor();
    await page.keyboard.type(typed);
    await palette.locator('[data-highlighted]').filter({ hasText: heading }).waitFor();
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  }

  await page.goto(pathOf(shop, 'orders'));
  const search = page.getByRole('searchbox', { name: 'Search by number or customer' });
  await search.focus();
  await page.keyboard.press('Control+k');
  await focused.waitFor();
  await page.keyboard.type('there is nothing like that');
  await palette.getByText('Nothing is called that.').waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
  await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a person changes their name, and their team sees it', async () => {
  const shop = await newShop('Harbour');
  const person = await shop.staff('member');
  const page = await enterWorkspace(shop, { as: person, at: 'team' });
  const watching = await enterWorkspace(shop, { at: 'team' });
  await page.getByRole('button', { name: 'member', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your profile' }).click();
  await page.getByLabel('Your name').fill('Magda Lind');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your profile was saved').waitFor();
  await watching.getByText('Magda Lind').waitFor();
});

test('an owner takes everything away, also while the business is suspended, and nobody else is offered to', async () => {
  const shop = await newShop('Harbour');
  await shop.product({ name: 'Grüner Tee 🍵' });
  const page = await enterWorkspace(shop, { at: 'settings' });
  const exported = async (): Promise<string[]> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export everything' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${shop.slug}.jsonl`);
    return readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\n');
  };
  const lines = await exported();
  await page.getByText('The export is in your downloads').waitFor();
  expect(lines.some((line) => line.includes('Grüner Tee 🍵'))).toBe(true);
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ end: true, documents: lines.length - 2 });
  await photograph(page, 'workspace-settings-export');

  // What comes without its end is not kept, and whoever signed in long ago is asked to do so again.
  expectProblem(page, refusedCall);
  await page.route(/\/exportTenant\?/, (route) => route.fulfill({ body: lines.slice(0, 3).join('\n') }), { times: 1 });
  await page.getByRole('button', { name: 'Export everything' }).click();
  await page.getByText('could not be reached', { exact: false }).waitFor();
  await page.route(
    /\/exportTenant\?/,
    (route) =>
      route.fulfill({
        status: 400,
        json: { error: { status: 'FAILED_PRECONDITION', details: { reason: 'recent-login' } } },
      }),
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Export everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again first' });
  await dialog.getByRole('button', { name: 'Sign in again' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).first().click();

  const admin = await enterWorkspace(shop, { as: await shop.staff('admin'), at: 'settings' });
  await admin.getByText('Save').first().waitFor();
  expect(await admin.getByRole('button', { name: 'Export everything' }).count()).toBe(0);
  await setAccess(shop.tenantId, { status: 'suspended', 'holds.operator': 'suspended' });
  await page.reload();
  await page.getByRole('heading', { name: 'Harbour is suspended' }).waitFor();
  expect((await exported()).length).toBeGreaterThan(lines.length - 1);
  await photograph(page, 'workspace-suspended-export');
});
