import { randomBytes } from 'node:crypto';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { readDocument } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { auditOf } from '../../support/staff.ts';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { enterWorkspace, pathOf, row } from '../../support/web/workspace.ts';

const name = `Quay ${randomBytes(4).toString('hex')}`;
let shop: Shop;
let operator: Person;

beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
  await operator.refresh();
  shop = await newShop(name);
  const mug = await shop.product({ name: 'Mug' });
  const customer = await shop.customer('Carla');
  await customer.call('placeOrder', shop.order([mug, 2]));
});

/** The owner lets support in, by the settings. */
async function letIn(page: Page, sees: string): Promise<void> {
  await page.goto(pathOf(shop, 'settings'));
  await page.getByRole('button', { name: 'Let support in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let support in' });
  await dialog.getByLabel('What is it about?').fill('The mug has the wrong price');
  await dialog.getByLabel('What they see').selectOption({ label: sees });
  await dialog.getByRole('button', { name: 'Let support in' }).click();
  await page.getByText('Support may look in until').waitFor();
}

/** The operator finds the open door in the list and goes in. */
async function goIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: `Look in… ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: `Look into ${name}` });
  await dialog.getByText('The mug has the wrong price').waitFor();
  await dialog.getByLabel('Why you go in').fill('Compare the price');
  await dialog.getByRole('button', { name: 'Go in, to read only' }).click();
  await banner(page).waitFor();
}

const banner = (page: Page) => page.getByRole('region', { name: 'Your visit' });
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages of the business' });
const turnTo = (page: Page, label: string) => pages(page).getByRole('link', { name: label }).click();
const pagesOf = async (page: Page) =>
  (await pages(page).getByRole('link').allInnerTexts()).map((label) => label.trim());
const actions = async () => (await auditOf(shop.tenantId)).map(({ action }) => action);
const isInside = async () => {
  const access = await readDocument(inTenant(shop.tenantId, tenantPaths.access()));
  return Object.hasOwn(access?.support ?? {}, operator.uid);
};

test('an operator looks into a business by the door that its owner opened, both see it, and it ends when the door is shut', async () => {
  const owner = await enterWorkspace(shop, { at: 'settings' });
  const page = await openWindow({ as: operator });
  await page.goto(`/admin?q=${encodeURIComponent(name)}`);
  await row(page, name).waitFor();
  expect(await row(page, name).getByText('Open until').count()).toBe(0);
  await letIn(owner, 'Products and settings, no people and no orders');

  // The list says until when, what for, and what is seen; nobody goes in without a reason.
  await page.getByRole('button', { name: 'Open to support' }).click();
  await page.waitForURL(/doors=open/);
  await row(page, name).getByText('Open until').waitFor();
  await row(page, name).getByText('The mug has the wrong price').waitFor();
  await row(page, name).getByText('no people, no orders').waitFor();
  await page.getByRole('link', { name: `Look in… ${name}` }).click();
  await page.getByRole('button', { name: 'Go in, to read only' }).click();
  await page.getByText('Fill this in.').waitFor();
  expect(await isInside()).toBe(false);
  await page.keyboard.press('Escape');
  await goIn(page);

  await banner(page).getByText(name).waitFor();
  await banner(page).getByText('As support, read-only. Ends in 4 hours.').waitFor();
  expect(await pagesOf(page)).toEqual(['Overview', 'Products', 'Log']);
  await turnTo(page, 'Products');
  await page.getByRole('link', { name: 'Mug' }).click();
  await page.getByRole('heading', { name: 'Mug', level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: /save|edit|delete/i }).count()).toBe(0);
  await page.goto(`/admin/visit/${shop.tenantId}/orders`);
  await page.getByRole('heading', { name: 'This door does not show that' }).waitFor();

  // Whoever loads the page anew is in still, by the same visit.
  await turnTo(page, 'Products');
  await page.reload();
  await page.getByRole('link', { name: 'Mug' }).waitFor();
  expect((await actions()).filter((action) => action === 'support.entered')).toHaveLength(1);
  await turnTo(page, 'Log');
  await row(page, 'Support came in').waitFor();

  await owner.goto(pathOf(shop, 'audit'));
  await row(owner, 'operator from support looked at /products, as the visitor’s own browser tells').first().waitFor();
  await row(owner, 'operator from support came in').getByText('Compare the price').waitFor();
  await owner.getByLabel('Person').selectOption({ label: 'operator from support' });
  await row(owner, 'opened the door').waitFor({ state: 'detached' });
  await row(owner, 'operator from support came in').waitFor();

  expectProblem(page, refusedCall, /RPC_ERROR/);
  await owner.goto(pathOf(shop, 'settings'));
  await owner.getByText(/^operator, on /).waitFor();
  await owner.getByRole('button', { name: 'Shut the door now' }).click();
  await page.getByText(`Your visit to ${name} is over`).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin');
  expect(await page.getByText('Mug').count()).toBe(0);

  // An address of the visit leads to the door now.
  await page.goto(`/admin/visit/${shop.tenantId}/products`);
  await page
    .getByRole('dialog', { name: `Look into ${name}` })
    .getByText('No door stands open')
    .waitFor();
});

test('a door to people and orders shows them with their notes, and whoever leaves is out', async () => {
  const owner = await enterWorkspace(shop, { at: 'settings' });
  await letIn(owner, 'Also people and orders');
  const page = await openWindow({ as: operator, width: 375 });
  await page.goto(`/admin?q=${encodeURIComponent(name)}`);
  await goIn(page);
  expect(await pagesOf(page)).toEqual(['Overview', 'Products', 'Orders', 'People', 'Log']);
  await turnTo(page, 'Orders');
  await row(page, 'Carla').getByRole('link').click();
  await page.getByText('Mug').waitFor();
  await page.getByRole('heading', { name: 'Notes' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await turnTo(page, 'People');
  await row(page, /Carla/).waitFor();
  await row(page, shop.owner.email).waitFor();

  await banner(page).getByRole('button', { name: 'Leave' }).click();
  await page.getByText(`You have left ${name}.`).waitFor();
  expect(await isInside()).toBe(false);
  expect((await actions()).at(-1)).toBe('support.left');
  // The door stands open still: one may come back.
  await page.getByRole('link', { name: `Look in… ${name}` }).waitFor();
});
