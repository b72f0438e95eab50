import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { enterWorkspace, openPage, row } from '../../support/web/workspace.ts';

let shop: Shop;
let tea: string;
let clara: Person;

beforeAll(async () => {
  shop = await newShop('Harbour');
  tea = await shop.product({ name: 'Tea', unitAmount: 450, stock: 100 });
  clara = await shop.customer('clara');
  const placed = await clara.call('placeOrder', shop.order([tea, 1]));
  await shop.owner.call('fulfillOrder', { tenantId: shop.tenantId, orderId: placed.orderId });
  await shop.owner.call('placeOrder', { ...shop.order([tea, 2]), customerName: 'Walter' });
  const { orderId } = await clara.call('placeOrder', shop.order([tea, 3]));
  await shop.owner.call('cancelOrder', { tenantId: shop.tenantId, orderId });
});

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search by number or customer' });
const numbers = async (page: Page): Promise<string[]> => page.getByRole('link', { name: /^#\d+$/ }).allInnerTexts();
const filter = (page: Page, name: string): Promise<void> =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name }).click();
const searchOf = (page: Page): string => new URL(page.url()).search;

describe('the list of orders', () => {
  test('has its actions in one low bar on a phone, as high as a thumb needs them', async () => {
    const page = await enterWorkspace(shop, { at: 'orders', width: 375 });
    for (const name of ['New order', 'Mails about orders']) {
      const action = page.getByRole('link', { name });
      await action.waitFor();
      const { height = 0 } = (await action.boundingBox()) ?? {};
      expect(height, name).toBeGreaterThanOrEqual(44);
      expect(height, name).toBeLessThanOrEqual(46);
    }
  });

  test('keeps its filter in the address, where a reload and the way back find it', async () => {
    const page = await enterWorkspace(shop, { at: 'orders' });
    await expect.poll(() => numbers(page)).toEqual(expect.arrayContaining(['#3', '#2', '#1']));
    await filter(page, 'Cancelled');
    await expect.poll(() => numbers(page)).toEqual(['#3']);
    expect(searchOf(page)).toBe('?status=cancelled');
    await page.reload();
    await expect.poll(() => numbers(page)).toEqual(['#3']);
    await filter(page, 'Fulfilled');
    await expect.poll(() => numbers(page)).toEqual(['#1']);
    await page.goBack();
    await expect.poll(() => numbers(page)).toEqual(['#3']);
  });

  test('is searched by number and by customer, in the address too', async () => {
    const page = await enterWorkspace(shop, { at: 'orders' });
    await search(page).fill('2');
    await expect.poll(() => numbers(page)).toEqual(['#2']);
    await expect.poll(() => searchOf(page)).toBe('?q=2');
    await page.reload();
    await expect.poll(() => numbers(page)).toEqual(['#2']);
    expect(await search(page).inputValue()).toBe('2');
    await search(page).fill('clara');
    await expect.poll(() => numbers(page)).toEqual(['#3', '#1']);
    await search(page).fill('walter');
    await expect.poll(() => numbers(page)).toEqual(['#2']);
    await search(page).fill('nobody');
    await page.getByRole('heading', { name: 'No order fits' }).waitFor();
  });

  test('has pages, in the address as well, and none for what a search found', async () => {
    const busy = await newShop('Busy');
    const cup = await busy.product({ stock: 100 });
    const order = () => ({ ...busy.order([cup, 1]), customerName: 'Carla' });
    for (let count = 0; count < 27; count += 1) await busy.owner.call('placeOrder', order());
    const page = await enterWorkspace(busy, { at: 'orders' });
    await page.getByRole('link', { name: '#27', exact: true }).waitFor();
    expect(await numbers(page)).toHaveLength(25);
    await expect.poll(() => page.title()).toBe('(27) Orders · Busy');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => numbers(page)).toEqual(['#2', '#1']);
    await page.reload();
    await expect.poll(() => numbers(page)).toEqual(['#2', '#1']);
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => numbers(page)).toHaveLength(25);
    await page.getByRole('searchbox').fill('carla');
    await expect.poll(() => numbers(page)).toHaveLength(27);
    expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0);
  });

  test('shows a new order by itself, and the title counts it wherever one is', async () => {
    const quiet = await newShop('Quiet');
    const cup = await quiet.product({ name: 'Cup' });
    const page = await enterWorkspace(quiet, { at: 'orders' });
    await page.getByRole('heading', { name: 'No orders yet' }).waitFor();
    await openPage(page, 'Products');
    await page.getByText('Cup').waitFor();
    const customer = await quiet.customer();
    await customer.call('placeOrder', quiet.order([cup, 1]));
    await expect.poll(() => page.title()).toBe('(1) Products · Quiet');
    await openPage(page, 'Orders');
    await row(page, '#1').waitFor();
  });
});

describe('an order', () => {
  async function open(): Promise<{ page: Page; orderId: string; number: number }> {
    const { orderId, number } = await clara.call('placeOrder', { ...shop.order([tea, 4]), message: 'Ring twice' });
    return { page: await enterWorkspace(shop, { at: `orders/${orderId}` }), orderId, number };
  }

  test('holds notes of the team, which their author changes, deletes and brings back', async () => {
    const { page, orderId } = await open();
    await page.getByText('Ring twice').waitFor();
    await page.getByLabel('New note').fill('Wrapped in paper');
    await page.getByRole('button', { name: 'Add note' }).click();
    const note = page.getByRole('listitem').filter({ hasText: 'Wrapped in paper' });
    await note.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Change note').fill('Wrapped in silk');
    await page.getByRole('button', { name: 'Save' }).click();
    const changed = page.getByRole('listitem').filter({ hasText: 'Wrapped in silk' });
    await changed.getByText('changed', { exact: false }).first().waitFor();

    // Somebody else of the team reads it and cannot touch it.
    const colleague = await enterWorkspace(shop, { as: await shop.staff('member'), at: `orders/${orderId}` });
    await colleague.getByText('Wrapped in silk').waitFor();
    await colleague.getByLabel('New note').waitFor();
    expect(await colleague.getByRole('button', { name: 'Edit' }).count()).toBe(0);

    await changed.getByRole('button', { name: 'Delete' }).click();
    await colleague.getByText('Wrapped in silk').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await colleague.getByText('Wrapped in silk').waitFor();
  });

  test('is fulfilled after being asked, and offers that no more', async () => {
    const { page, orderId, number } = await open();
    await page.getByRole('button', { name: 'Mark as fulfilled' }).click();
    const dialog = page.getByRole('dialog', { name: `Order #${number} is fulfilled?` });
    await dialog.getByText(`We write to ${clara.email}`).waitFor();
    await dialog.getByRole('button', { name: 'Mark as fulfilled' }).click();
    await page.getByText(`Order #${number} is fulfilled`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Mark as fulfilled' }).waitFor({ state: 'detached' });
    expect((await shop.readOrder(orderId))?.status).toBe('fulfilled');
  });

  test('is cancelled with a reason, which the order keeps, and its pieces go back', async () => {
    const { page, orderId, number } = await open();
    const before = (await shop.stockOf(tea)) ?? 0;
    await page.getByRole('button', { name: 'Cancel order' }).click();
    const dialog = page.getByRole('dialog', { name: `Cancel order #${number}?` });
    await dialog.getByLabel('Reason').fill('The kettle broke');
    await dialog.getByRole('button', { name: 'Cancel order' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('The kettle broke').waitFor();
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    expect(await shop.readOrder(orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'The kettle broke' });
    expect(await shop.stockOf(tea)).toBe(before + 4);
  });
});

describe('staff', () => {
  test('take an order of somebody at the counter', async () => {
    const page = await enterWorkspace(shop, { at: 'orders' });
    await page.getByRole('link', { name: 'New order' }).click();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByText('Choose at least one product.').waitFor();
    await page.getByRole('button', { name: 'One more of Tea' }).click();
    await page.getByRole('button', { name: 'One more of Tea' }).click();
    await page.getByLabel('Name, if you have one').fill('Wanda');
    await page.getByText('€9.00').waitFor();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByRole('heading', { name: /^#\d+$/ }).waitFor();
    await page.getByText('Wanda').waitFor();
    const last = (await shop.readOrders()).at(-1);
    expect(last).toMatchObject({ customerUid: null, customerName: 'Wanda', total: 900, status: 'placed' });
  });

  test('take an order for a customer of the shop, and are told when there is too little', async () => {
    const rare = await shop.product({ name: 'Rare tea', stock: 1 });
    const page = await enterWorkspace(shop, { at: 'orders/new' });
    expectProblem(page, refusedCall);
    await page.getByLabel('How many of Rare tea').fill('2');
    await page.getByRole('button', { name: 'Customer of the shop' }).click();
    await page.getByRole('radio', { name: new RegExp(clara.email) }).check();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByText('Not enough in stock: Rare tea (1 left).').waitFor();
    await page.getByRole('button', { name: 'One less of Rare tea' }).click();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByRole('heading', { name: /^#\d+$/ }).waitFor();
    expect((await shop.readOrders()).at(-1)).toMatchObject({ customerUid: clara.uid, total: 450 });
    expect(await shop.stockOf(rare)).toBe(0);
  });
});
