import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { database } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { enterWorkspace, openPage, pathOf } from '../../support/web/workspace.ts';

let operator: Person;

beforeAll(async () => {
  const person = await newPerson('operator');
  await addOperator(person.email);
  operator = await person.refresh();
});

const hold = ({ tenantId }: Shop, status: 'active' | 'readonly' | 'suspended') =>
  operator.callOperator('setTenantStatus', { tenantId, status, reason: 'Asked to by a test' });

/** Something in the business changes: the emulator looks at an open listener's right again only then. */
const somethingChanges = ({ tenantId }: Shop, productId: string) =>
  database()
    .doc(inTenant(tenantId, tenantPaths.product(productId)))
    .update({ description: crypto.randomUUID() });

async function bakery(): Promise<{ shop: Shop; loaf: string }> {
  const shop = await newShop('Amber Bakery');
  return { shop, loaf: await shop.product({ name: 'Amber loaf' }) };
}

const shown = (page: Page): Promise<string> => page.locator('body').innerText();

describe('while the page is open', () => {
  test('a removed person is told so, and the page lets go of everything it showed', async () => {
    const { shop } = await bakery();
    const person = await shop.staff('member');
    const page = await enterWorkspace(shop, { as: person, at: 'products' });
    await page.getByText('Amber loaf').waitFor();
    expectProblem(page, refusedCall);
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: person.uid });
    await page.getByRole('heading', { name: 'You no longer belong to Amber Bakery' }).waitFor();
    await page.getByText('Your access to this business has ended').waitFor();
    expect(await page.content()).not.toContain('Amber loaf');
    await photograph(page, 'workspace-gate-revoked');
    await page.reload();
    await page.getByRole('heading', { name: 'There is nothing here for you' }).waitFor();
    expect(await page.content()).not.toContain('Amber');
  });

  test('another role shows and hides what it may do, without loading the page again', async () => {
    const { shop, loaf } = await bakery();
    const person = await shop.staff('member');
    const page = await enterWorkspace(shop, { as: person, at: `products/${loaf}` });
    const become = (role: string) =>
      shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: person.uid, role });
    await page.getByRole('button', { name: 'Delete product' }).waitFor();
    expectProblem(page, refusedCall);

    await become('viewer');
    await page.getByRole('button', { name: 'Delete product' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Amber loaf' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);

    await become('admin');
    await page.getByRole('button', { name: 'Delete product' }).waitFor();
    await openPage(page, 'Team');
    await page.getByRole('button', { name: 'Invite somebody' }).waitFor();

    await become('customer');
    await page.getByRole('heading', { name: 'You are a customer of Amber Bakery' }).waitFor();
    await page.getByRole('link', { name: 'To the shop' }).click();
    await page.waitForURL(`**/portal/${shop.slug}`);
  });

  test('a suspended business says so, with who can help, and shows nothing more', async () => {
    const { shop, loaf } = await bakery();
    const member = await shop.staff('member');
    const [page, owners] = await Promise.all([
      enterWorkspace(shop, { as: member, at: 'products' }),
      enterWorkspace(shop, { at: 'products' }),
    ]);
    for (const each of [page, owners]) {
      await each.getByText('Amber loaf').waitFor();
      expectProblem(each, refusedCall);
    }
    await hold(shop, 'suspended');
    await somethingChanges(shop, loaf);
    for (const each of [page, owners]) {
      await each.getByRole('heading', { name: 'Amber Bakery is suspended' }).waitFor();
      expect(await each.content()).not.toContain('Amber loaf');
    }
    await page.getByText('An owner of the business can find out why from whoever runs this site.').waitFor();
    await owners.getByText('Nothing is lost. Ask whoever runs this site what is needed to open it again.').waitFor();
    await photograph(page, 'workspace-gate-suspended');

    // One thing is left to everybody: leaving.
    await page.getByRole('button', { name: 'Leave this business' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave this business' }).click();
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();

    await hold(shop, 'active');
    await owners.reload();
    await owners.getByText('Amber loaf').waitFor();
  });

  test('a business that may only be read says so, keeps what was typed, and offers only what still works', async () => {
    const { shop, loaf } = await bakery();
    const customer = await shop.customer('Anna');
    const { orderId } = await customer.call('placeOrder', shop.order([loaf, 1]));
    const page = await enterWorkspace(shop, { at: `products/${loaf}` });
    await page.getByLabel('Name', { exact: true }).fill('Amber loaf, large');
    expectProblem(page, refusedCall);
    await hold(shop, 'readonly');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This business can only be read at the moment').waitFor();
    await page.getByText('Nothing was changed: the business can only be read at the moment.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Amber loaf, large');
    expect((await shop.readProduct(loaf))?.name).toBe('Amber loaf');
    await photograph(page, 'workspace-readonly');

    await page.goto(pathOf(shop, 'products'));
    await page.getByText('Amber loaf').waitFor();
    await page.getByText('Ask whoever runs this site what is needed.').waitFor();
    await page.getByRole('link', { name: 'Add product' }).waitFor({ state: 'detached' });
    await page.goto(pathOf(shop, `orders/${orderId}`));
    // Until the server has told the state, the page takes the business for open.
    await page.getByText('This business can only be read at the moment').waitFor();
    await page.getByRole('button', { name: 'Mark as fulfilled' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Cancel order' }).waitFor();
  });
});

test('a business of others and one that never was are one answer', async () => {
  const { shop } = await bakery();
  const other = await newShop('Cobalt Books');
  const page = await enterWorkspace(other);
  const answers = [];
  for (const at of [pathOf(shop), pathOf(shop, 'products'), pathOf({ slug: 'never-was' })]) {
    await page.goto(at);
    await page.getByRole('heading', { name: 'There is nothing here for you' }).waitFor();
    answers.push(await shown(page));
  }
  expect(new Set(answers).size).toBe(1);
});
