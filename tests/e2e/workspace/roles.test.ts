import { inTenant } from '@tenantry/model/paths';
import { featuresOf, type Plan } from '@tenantry/model/plans';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { readDocument } from '../../support/database.ts';
import { photograph } from '../../support/web/photograph.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { hire, roleOf, setAccess, setPlan } from '../../support/staff.ts';
import { turnTo } from '../../support/web/turn-to.ts';
import { enterWorkspace, openPage, pages, pathOf, row } from '../../support/web/workspace.ts';

async function choosePlan({ tenantId }: Shop, plan: Plan): Promise<void> {
  await setPlan(tenantId, plan);
  await setAccess(tenantId, { features: featuresOf(plan) });
}

async function shopWithRoles(name = 'Harbour'): Promise<Shop> {
  const shop = await newShop(name);
  await choosePlan(shop, 'business');
  return shop;
}

const define = ({ owner, tenantId }: Shop, key: string, name: string, permissions: Rights) =>
  owner.call('defineRole', { tenantId, key, name, permissions });
type Rights = ('profile:read' | 'tenant:read' | 'order:read' | 'product:read' | 'role:manage' | 'member:read')[];

const shownRole = async ({ tenantId }: Shop, key: string) => {
  const roles = (await readDocument(inTenant(tenantId, '')))?.roles as Record<string, unknown> | undefined;
  return roles?.[key];
};
const allow = (page: Page, right: string) => page.getByRole('switch', { name: right, exact: true });
const pagesOf = (page: Page) => pages(page).first().getByRole('link').allInnerTexts();

test('a role is defined, given, narrowed under the eyes of who has it, and deleted with a place for its people', async () => {
  const shop = await shopWithRoles();
  const person = await shop.staff('viewer');
  const page = await enterWorkspace(shop, { at: 'roles' });
  await page.getByRole('heading', { name: 'No roles of your own yet' }).waitFor();
  await page.getByRole('link', { name: 'New role' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Packers');
  expect(await page.getByLabel('Short name').inputValue()).toBe('packers');
  // What manages orders has to see them: the one brings the other.
  await allow(page, 'Manage orders').click();
  expect(await allow(page, 'See all orders').isChecked()).toBe(true);
  await allow(page, 'See overview and settings').click();
  await allow(page, 'See all products').click();
  await page.getByRole('button', { name: 'Define role' }).click();
  await row(page, 'Packers').getByText('0 people').waitFor();
  expect(await shownRole(shop, 'packers')).toEqual({
    name: 'Packers',
    permissions: ['profile:read', 'tenant:read', 'product:read', 'order:read', 'order:manage'],
  });

  await openPage(page, 'Team');
  await page.getByRole('button', { name: 'What to do with viewer' }).click();
  await page.getByRole('menuitem', { name: 'Change role' }).click();
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Packers' });
  await page.getByText('It is about: Orders, Products, The business.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();
  await row(page, person.email).getByText('Packers', { exact: true }).waitFor();
  expect(await roleOf(shop.tenantId, person)).toBe('packers');

  const theirs = await enterWorkspace(shop, { as: await person.refresh(), at: 'products' });
  await theirs.getByRole('heading', { name: 'No products yet' }).waitFor();
  expect(await pagesOf(theirs)).toEqual(['Overview', 'Orders', 'Products', 'Settings']);
  expectProblem(theirs, refusedCall);

  await openPage(page, 'Roles');
  await row(page, 'Packers').getByText('1 person').waitFor();
  await page.getByRole('link', { name: 'Packers' }).click();
  await allow(page, 'See all products').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The role Packers was saved').waitFor();
  await theirs.getByText('You may not see this').waitFor();
  expect(await pagesOf(theirs)).toEqual(['Overview', 'Orders', 'Settings']);

  await page.getByRole('button', { name: 'Delete role' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the role Packers?' });
  await dialog.getByText('One person has it').waitFor();
  await photograph(page, 'workspace-role-delete');
  await dialog.getByLabel('Their next role').selectOption({ label: 'Member' });
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await page.getByRole('heading', { name: 'No roles of your own yet' }).waitFor();
  expect([await roleOf(shop.tenantId, person), await shownRole(shop, 'packers')]).toEqual(['member', undefined]);
  await theirs.getByRole('heading', { name: 'No products yet' }).waitFor();
});

test('whoever may see orders and nothing else comes in, begins with them, and is told of every other page', async () => {
  const shop = await shopWithRoles();
  await define(shop, 'packer', 'Packers', ['profile:read', 'order:read']);
  const packer = await hire(shop.owner, shop.tenantId, 'packer');
  const page = await enterWorkspace(shop, { as: packer });
  await page.getByRole('heading', { name: 'No orders yet' }).waitFor();
  expect(await pagesOf(page)).toEqual(['Orders']);
  expect(new URL(page.url()).pathname).toBe(pathOf(shop, 'orders'));
  for (const at of ['products', 'team', 'settings', 'roles', 'roles/new', 'roles/of/packer']) {
    await turnTo(page, pathOf(shop, at));
    await page.getByText('You may not see this').waitFor();
  }

  expectProblem(page, refusedCall);
  await define(shop, 'packer', 'Packers', []);
  await page.reload();
  await page.getByRole('heading', { name: 'Your role in Harbour opens nothing at the moment' }).waitFor();
  await photograph(page, 'workspace-gate-nothing');
});

test('a role that holds more than oneself is shown and can’t be changed, and what one lacks can’t be given', async () => {
  const shop = await shopWithRoles();
  await define(shop, 'lead', 'Leads', ['profile:read', 'tenant:read', 'member:read', 'role:manage', 'order:read']);
  await define(shop, 'strong', 'Stockists', ['profile:read', 'product:read']);
  await define(shop, 'weak', 'Readers', ['profile:read']);
  const lead = await hire(shop.owner, shop.tenantId, 'lead');
  const page = await enterWorkspace(shop, { as: lead, at: 'roles/of/strong' });
  await page.getByText('You cannot change this role').waitFor();
  expect(await page.getByRole('switch').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Delete role' }).count()).toBe(0);
  await photograph(page, 'workspace-role-beyond');

  await turnTo(page, pathOf(shop, 'roles/of/weak'));
  await allow(page, 'See all orders').waitFor();
  expect(await allow(page, 'See all products').isDisabled()).toBe(true);
  expect(await allow(page, 'See all orders').isDisabled()).toBe(false);
  expect(await page.getByText('You may not do this yourself, so you cannot let others do it.').count()).toBeGreaterThan(
    0,
  );

  await turnTo(page, pathOf(shop, 'roles/of/lead'));
  await page.getByText('This is your own role').waitFor();
});

test('without the plan the page says which one has roles; those that are there can be narrowed and deleted', async () => {
  const shop = await shopWithRoles();
  await define(shop, 'packer', 'Packers', ['profile:read', 'order:read']);
  await choosePlan(shop, 'pro');
  const page = await enterWorkspace(shop, { at: 'roles' });
  await page.getByText('Roles of your own come with the plan Business').waitFor();
  expect(await page.getByRole('link', { name: 'New role' }).count()).toBe(0);
  await photograph(page, 'workspace-roles-plan');
  await page.getByRole('link', { name: 'Packers' }).click();
  expect(await allow(page, 'See all products').isDisabled()).toBe(true);
  await allow(page, 'See all orders').click();
  await page.getByLabel('Name', { exact: true }).fill('Old packers');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Old packers' }).waitFor();
  expect(await shownRole(shop, 'packer')).toEqual({ name: 'Old packers', permissions: ['profile:read'] });
});

test('a refusal lands on its field: a short name that is taken, or was deleted a moment ago', async () => {
  const shop = await shopWithRoles();
  await define(shop, 'packer', 'Packers', ['profile:read']);
  await shop.owner.call('deleteRole', { tenantId: shop.tenantId, key: 'packer', moveTo: 'viewer' });
  await define(shop, 'reader', 'Readers', ['profile:read']);
  const page = await openWindow({ as: shop.owner, width: 375 });
  await page.goto(pathOf(shop, 'roles/new'));
  await page.getByLabel('Name', { exact: true }).fill('Packer');
  expectProblem(page, refusedCall);
  await page.getByRole('button', { name: 'Define role' }).click();
  await page.getByText('A role with this short name was deleted a moment ago. Choose another one.').waitFor();
  expect(await page.getByLabel('Short name').getAttribute('aria-invalid')).toBe('true');
  for (const [key, words] of [
    ['reader', 'Another role has this short name already.'],
    ['admin', 'Every business has a role of this name.'],
    ['No!', 'Use 2 to 20 small letters, digits and hyphens'],
  ] as const) {
    await page.getByLabel('Short name').fill(key);
    await page.getByRole('button', { name: 'Define role' }).click();
    await page.getByText(words).waitFor();
    expect(await page.getByLabel('Short name').getAttribute('aria-invalid')).toBe('true');
  }
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Packer');
  expect(await shownRole(shop, 'reader')).toEqual({ name: 'Readers', permissions: ['profile:read'] });
});
