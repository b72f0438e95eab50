import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { enterWorkspace, pathOf, row } from '../../support/web/workspace.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await newShop('Harbour');
});

const field = (page: Page, name: string | RegExp) => page.getByLabel(name, { exact: typeof name === 'string' });
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();

async function fillProduct(page: Page, { name, sku }: { name: string; sku: string }): Promise<void> {
  await field(page, 'Name').fill(name);
  await field(page, /^Price/).fill('12.50');
  await field(page, 'SKU').fill(sku);
  await field(page, 'Stock').fill('7');
  await page.getByRole('button', { name: 'Add product' }).click();
}

describe('a new product', () => {
  test('lands in the list of everybody who has it open', async () => {
    const page = await enterWorkspace(shop, { at: 'products/new' });
    const watching = await enterWorkspace(shop, { at: 'products' });
    await fillProduct(page, { name: 'Guji', sku: 'GUJI' });
    await page.getByRole('heading', { name: 'Guji' }).waitFor();
    const added = row(watching, 'Guji');
    await added.waitFor();
    expect(await added.innerText()).toMatch(/Published.*€12\.50.*7 in stock/s);
  });

  test('with another product’s SKU is told so at the field, and nothing that was typed is lost', async () => {
    await shop.product({ sku: 'BREAD-500', name: 'Bread' });
    const page = await enterWorkspace(shop, { at: 'products/new' });
    expectProblem(page, refusedCall);
    await fillProduct(page, { name: 'Other bread', sku: 'BREAD-500' });
    await page.getByText('Another product has this SKU already.').waitFor();
    const sku = field(page, 'SKU');
    expect(await sku.getAttribute('aria-invalid')).toBe('true');
    expect(await sku.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field(page, 'Name').inputValue()).toBe('Other bread');
    await sku.fill('BREAD-501');
    await page.getByRole('button', { name: 'Add product' }).click();
    await page.getByRole('heading', { name: 'Other bread' }).waitFor();
  });
});

describe('a product that two people have open', () => {
  test('takes from each what they changed, and shows it to the other at once', async () => {
    const id = await shop.product({ name: 'Sidamo', unitAmount: 1000 });
    const at = `products/${id}`;
    const [mine, yours] = await Promise.all([enterWorkspace(shop, { at }), enterWorkspace(shop, { at })]);
    await field(mine, 'Description').fill('Washed, from the highlands');
    await field(yours, /^Price/).fill('11');
    await save(yours);
    await yours.getByText('Sidamo was saved').waitFor();
    await expect.poll(() => field(mine, /^Price/).inputValue()).toBe('11.00');
    await save(mine);
    await expect.poll(() => field(yours, 'Description').inputValue()).toBe('Washed, from the highlands');
    const { description, unitAmount } = (await shop.readProduct(id)) ?? {};
    expect({ description, unitAmount }).toEqual({ description: 'Washed, from the highlands', unitAmount: 1100 });

    await mine.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => field(yours, 'Description').inputValue()).toBe('');
    expect((await shop.readProduct(id))?.unitAmount).toBe(1100);
  });

  test('counts its stock under an open form, which does not set it back', async () => {
    const id = await shop.product({ name: 'Limu', stock: 10 });
    const page = await enterWorkspace(shop, { at: `products/${id}` });
    await field(page, 'Name').fill('Limu, new crop');
    const customer = await shop.customer();
    await customer.call('placeOrder', shop.order([id, 2]));
    await page.getByText('8', { exact: true }).waitFor();

    await field(page, 'Add or take away').fill('-3');
    await page.getByRole('button', { name: 'Change stock' }).click();
    await page.getByText('5 in stock').waitFor();
    expect(await field(page, 'Name').inputValue()).toBe('Limu, new crop');
    await save(page);
    await page.getByText('Limu, new crop was saved').waitFor();
    expect(await shop.readProduct(id)).toMatchObject({ name: 'Limu, new crop', stock: 5 });
  });

  test('is never counted below nothing, and the form says what is left', async () => {
    const id = await shop.product({ name: 'Yirga', stock: 2 });
    const page = await enterWorkspace(shop, { at: `products/${id}` });
    expectProblem(page, refusedCall);
    await field(page, 'Add or take away').fill('-3');
    await page.getByRole('button', { name: 'Change stock' }).click();
    await page.getByText('Not enough in stock').waitFor();
    expect(await field(page, 'Add or take away').inputValue()).toBe('-3');
    expect(await shop.stockOf(id)).toBe(2);
  });

  test('is gone for both when one deletes it, after being asked', async () => {
    const id = await shop.product({ name: 'Old mug' });
    const at = `products/${id}`;
    const [mine, yours] = await Promise.all([enterWorkspace(shop, { at }), enterWorkspace(shop, { at })]);
    const dialog = mine.getByRole('dialog', { name: 'Delete Old mug?' });
    await mine.getByRole('button', { name: 'Delete product' }).click();
    await dialog.getByRole('button', { name: 'Keep as it is' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await shop.readProduct(id)).toBeDefined();

    await yours.getByRole('heading', { name: 'Old mug' }).waitFor();
    await mine.getByRole('button', { name: 'Delete product' }).click();
    await dialog.getByRole('button', { name: 'Delete product' }).click();
    await mine.waitForURL(`**${pathOf(shop, 'products')}`);
    await yours.getByRole('heading', { name: 'There is no such product' }).waitFor();
    expect(await shop.readProduct(id)).toBeUndefined();
  });
});
