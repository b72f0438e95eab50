import { featuresOf } from '@tenantry/model/plans';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { openWindow } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import type { Forced } from '../../support/web/forced-answers.ts';
import { forceLines } from '../../support/web/forced-lines.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { setAccess, setPlan } from '../../support/staff.ts';
import { turnTo } from '../../support/web/turn-to.ts';
import { enterWorkspace, pathOf } from '../../support/web/workspace.ts';

let full: Shop;
let bare: Shop;
let product: string;
let order: string;
let customer: Person;
let viewer: Person;

beforeAll(async () => {
  [full, bare] = await Promise.all([newShop('Nord Coffee'), newShop('New Beginnings')]);
  product = await full.product({
    name: 'Guji, washed',
    sku: 'GUJI-250',
    unitAmount: 1450,
    description: 'Peach, jasmine',
  });
  await full.product({ name: 'Filter papers', sku: 'PAPER-100', unitAmount: 650, stock: 0, status: 'draft' });
  customer = await full.customer('Clara Winter');
  const placed = await customer.call('placeOrder', { ...full.order([product, 2]), message: 'Ring twice, please' });
  order = placed.orderId;
  await full.owner.call('placeOrder', { ...full.order([product, 1]), customerName: 'Walter' });
  await full.owner.call('inviteMember', { tenantId: full.tenantId, email: 'nina@example.com', role: 'member' });
  viewer = await full.staff('viewer');
  await setPlan(full.tenantId, 'business');
  await setAccess(full.tenantId, { features: featuresOf('business') });
  await full.owner.call('defineRole', {
    tenantId: full.tenantId,
    key: 'packers',
    name: 'Packers',
    permissions: ['profile:read', 'product:read', 'order:read', 'order:manage'],
  });
});

/** Every page of a business that shows something of it, with an address at which there is nothing. */
const pages: readonly { name: string; at: () => string; bareAt?: string; empty: string | RegExp }[] = [
  { name: 'overview', at: () => '', empty: 'First steps' },
  { name: 'orders', at: () => 'orders', empty: 'No orders yet' },
  { name: 'order', at: () => `orders/${order}`, bareAt: 'orders/none', empty: 'There is no such order' },
  { name: 'new-order', at: () => 'orders/new', empty: 'Nothing is for sale' },
  { name: 'products', at: () => 'products', empty: 'No products yet' },
  { name: 'product', at: () => `products/${product}`, bareAt: 'products/none', empty: 'There is no such product' },
  { name: 'customers', at: () => 'customers', empty: 'No customers yet' },
  { name: 'customer', at: () => `customers/${customer.uid}`, bareAt: 'customers/none', empty: 'No longer a customer' },
  { name: 'team', at: () => 'team', empty: 'Nobody is invited at the moment' },
  { name: 'roles', at: () => 'roles', empty: 'Roles that every business has' },
  { name: 'role', at: () => 'roles/of/packers', bareAt: 'roles/of/none', empty: 'There is no such role' },
  {
    name: 'audit',
    at: () => 'audit',
    bareAt: 'audit?act=member.removed',
    empty: 'Nothing of that kind happened',
  },
  { name: 'billing', at: () => 'billing', empty: 'No invoices yet' },
  { name: 'usage', at: () => 'usage', empty: 'Nothing is counted yet' },
  { name: 'settings', at: () => 'settings', empty: 'Plan' },
];

const signs = {
  loading: (page) => page.getByLabel('Loading…'),
  denied: (page) => page.getByText('You may not see this'),
  error: (page) => page.getByText('This could not be loaded'),
} satisfies Record<Forced, (page: Page) => Locator>;

test.each(Object.keys(signs) as Forced[])('every page has its words and its form for %s', async (state) => {
  const page = await openWindow({ as: full.owner });
  await forceLines(page, full.tenantId, state);
  await page.goto(pathOf(full));
  for (const { name, at } of pages) {
    if (at() !== '') await turnTo(page, pathOf(full, at()));
    await signs[state](page).first().waitFor();
    await photograph(page, `workspace-${name}-${state}`);
  }
});

test('what could not be loaded is there after trying again', async () => {
  const page = await openWindow({ as: full.owner });
  const stop = await forceLines(page, full.tenantId, 'error');
  await page.goto(pathOf(full, 'products'));
  await signs.error(page).waitFor();
  await stop();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Guji, washed').waitFor();
});

test('a page for changing something says to a viewer who can help', async () => {
  const page = await openWindow({ as: viewer });
  for (const [name, at] of [
    ['new-product', 'products/new'],
    ['new-order-as-viewer', 'orders/new'],
  ] as const) {
    await page.goto(pathOf(full, at));
    await signs.denied(page).waitFor();
    await page.getByText('An owner or admin of the business can change that.').waitFor();
    await photograph(page, `workspace-${name}-denied`);
  }
});

test('every page of a new business says what it is for, and how to begin', async () => {
  const page = await enterWorkspace(bare);
  for (const { name, at, bareAt, empty } of pages) {
    if (at() !== '') await turnTo(page, pathOf(bare, bareAt ?? at()));
    await page.getByRole('heading', { name: empty }).first().waitFor();
    await signs.loading(page).first().waitFor({ state: 'detached' });
    await photograph(page, `workspace-${name}-empty`);
  }
});

test('every page of a business at work reads well', async () => {
  const page = await enterWorkspace(full);
  for (const { name, at } of pages) {
    if (at() !== '') await turnTo(page, pathOf(full, at()));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await signs.loading(page).first().waitFor({ state: 'detached' });
    await photograph(page, `workspace-${name}`);
  }
});
