import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { database, readDocument } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { enterShop } from '../../support/web/portal.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { auditOf, setAccess } from '../../support/staff.ts';

let operator: Person;
let shop: Shop;
const name = `Nord ${randomBytes(4).toString('hex')}`;

beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
  shop = await newShop(name);
  await shop.product({ name: 'Mug' });
});

async function openConsole(address = '/admin'): Promise<Page> {
  const page = await openWindow({ as: operator });
  await page.goto(address);
  return page;
}

const status = async () => (await readDocument(`tenants/${shop.tenantId}/system/access`))?.['status'];

describe('an operator', () => {
  test('finds a business by the beginning of its name or address, and the address of the page keeps it', async () => {
    const page = await openConsole();
    const search = page.getByRole('searchbox', { name: 'Name or address' });
    await search.fill(name.slice(0, 9).toUpperCase());
    await page.getByRole('link', { name, exact: true }).waitFor();
    await page.waitForURL(/\?q=/);
    await page.reload();
    await page.getByRole('link', { name, exact: true }).waitFor();
    await search.fill(shop.slug);
    await page.waitForURL(new RegExp(`q=${shop.slug}`));
    await page.getByRole('link', { name, exact: true }).waitFor();
    await search.fill('no business begins so');
    await page.getByRole('heading', { name: 'No business begins with «no business begins so»' }).waitFor();
    await page.getByRole('button', { name: 'Show all businesses' }).click();
    await page.getByRole('row').nth(1).waitFor();
  });

  test('suspends a business with a reason, and the customer’s page says so; then takes it back', async () => {
    const { page: customer } = await enterShop(shop);
    await customer.getByRole('link', { name: 'Mug' }).waitFor();
    const page = await openConsole(`/admin?q=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    expect(await dialog.getByRole('button', { name: 'Choose another status' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Suspended').check();
    await dialog.getByRole('button', { name: 'Suspend the business' }).click();
    await dialog.getByText('Fill this in.').waitFor();
    expect(await status()).toBe('active');

    await dialog.getByLabel('Reason').fill('Sells what it does not have.');
    await dialog.getByRole('button', { name: 'Suspend the business' }).click();
    await page.getByText(`${name} is suspended.`).waitFor();
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByText('Suspended')
      .waitFor();
    expect(await status()).toBe('suspended');
    expect((await auditOf(shop.tenantId)).at(-1)).toMatchObject({ action: 'tenant.status-set', actor: operator.uid });
    expectProblem(customer, refusedCall);
    await customer.reload();
    await customer.getByRole('heading', { name: `${name} is closed for now` }).waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByText('Open')
      .waitFor();
    expect(await status()).toBe('active');
    await customer.getByRole('button', { name: 'Look again' }).click();
    await customer.getByRole('link', { name: 'Mug' }).waitFor();
  });

  test('reopens a business, and is told when something else still holds it back', async () => {
    const hold = { operator: 'readonly', billing: 'readonly' };
    await setAccess(shop.tenantId, {
      status: 'readonly',
      'holds.operator': hold.operator,
      'holds.billing': hold.billing,
    });
    const page = await openConsole(`/admin?q=${shop.slug}&business=${shop.tenantId}`);
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByRole('radio', { name: /^Open/ }).check();
    await dialog.getByLabel('Reason').fill('Settled.');
    await dialog.getByRole('button', { name: 'Reopen the business' }).click();
    await page.getByText(`Your hold is lifted. ${name} stays Read-only.`).waitFor();
    expect(await status()).toBe('readonly');
    await page.getByRole('link', { name, exact: true }).click();
    await dialog.getByText('Lifting your hold does not lift that.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('business=');
    await setAccess(shop.tenantId, { status: 'active', 'holds.billing': 'active' });
  });

  test('turns the pages of a long list onwards and back', async () => {
    // Fifty on a page: the answers stand for a list that would take a minute to fill.
    const page = await openConsole();
    const row = (label: string) => ({
      tenantId: `tenant${label}`.padEnd(10, '0'),
      slug: `shop-${label}`,
      name: `Shop ${label}`,
      plan: 'free',
      status: 'active',
      operatorHold: 'active',
      createdAt: '2026-01-05T10:00:00.000Z',
      supportDoor: null,
    });
    const pages: Record<string, { label: string; cursor: string | null }> = {
      '': { label: 'one', cursor: 'c2' },
      c2: { label: 'two', cursor: 'c3' },
      c3: { label: 'three', cursor: null },
    };
    await page.route('**/operator/listTenants', async (route) => {
      const { data } = route.request().postDataJSON() as { data: { cursor?: string } };
      const found = pages[data.cursor ?? ''];
      await route.fulfill({ json: { result: { tenants: [row(found?.label ?? '')], cursor: found?.cursor ?? null } } });
    });
    await page.goto('/admin');
    for (const label of ['two', 'three']) {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('link', { name: `Shop ${label}` }).waitFor();
    }
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await page.reload();
    for (const label of ['two', 'one']) {
      await page.getByRole('button', { name: 'Previous' }).click();
      await page.getByRole('link', { name: `Shop ${label}` }).waitFor();
    }
    expect(page.url()).not.toContain('cursor');
  });
});

describe('somebody who is no operator', () => {
  test('is told so, with who can help, and asks the server for nothing', async () => {
    const page = await openWindow({ as: shop.owner });
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/operator/') && asked.push(request.url()));
    await page.goto('/admin');
    await page.getByRole('heading', { name: 'This page is for operators' }).waitFor();
    expect(asked).toEqual([]);
  });

  test('is turned away by the server when only the token still says so', async () => {
    const dismissed = await newPerson('dismissed');
    await addOperator(dismissed.email);
    const page = await openWindow({ as: dismissed });
    await page.goto('/admin');
    await page.getByRole('heading', { name: 'Businesses' }).waitFor();
    await database().doc(`operators/${dismissed.uid}`).delete();
    expectProblem(page, refusedCall);
    await page.reload();
    await page.getByRole('heading', { name: 'This page is for operators' }).waitFor();
  });
});
