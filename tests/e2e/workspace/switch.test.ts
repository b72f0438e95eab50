import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTab } from '../../support/web/browser.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { recordTexts, textsAt } from '../../support/web/seen-texts.ts';
import { Shop } from '../../support/shop.ts';
import { hire } from '../../support/staff.ts';
import { enterWorkspace, openPage, pathOf, switcher } from '../../support/web/workspace.ts';

/** Somebody of two teams. Every text of the one says amber, and every text of the other says cobalt. */
let amber: Shop;
let cobalt: Shop;
let person: Person;

beforeAll(async () => {
  person = await newPerson('both');
  [amber, cobalt] = await Promise.all([business('Amber'), business('Cobalt')]);
  // One after the other: the invitations change one person's claims.
  await hire(amber.owner, amber.tenantId, 'admin', person);
  await hire(cobalt.owner, cobalt.tenantId, 'admin', person);
});

async function business(word: string): Promise<Shop> {
  const shop = new Shop(await newTenant(`${word} House`));
  const loaf = await shop.product({ name: `${word} loaf`, sku: `${word}-1` });
  const customer = await shop.customer(`${word} Anna`);
  await customer.call('placeOrder', { ...shop.order([loaf, 2]), message: `${word} wrapping, please` });
  return shop;
}

const switchTo = async (page: Page, from: string, to: string): Promise<void> => {
  await switcher(page, `${from} House`).click();
  await page.getByRole('menuitem', { name: `${to} House` }).click();
};
const wordsOf = (texts: readonly { text: string }[], word: RegExp): string[] =>
  texts.map(({ text }) => text).filter((text) => word.test(text));

test('two tabs work in two businesses at once, each in its own', async () => {
  const page = await enterWorkspace(amber, { as: person, at: 'products' });
  const tab = await openTab(page);
  await tab.goto(pathOf(cobalt, 'products'));
  await tab.getByText('Cobalt loaf').waitFor();
  await page.getByText('Amber loaf').waitFor();

  await Promise.all([amber.product({ name: 'Amber rye' }), cobalt.product({ name: 'Cobalt rye' })]);
  await Promise.all([page.getByText('Amber rye').waitFor(), tab.getByText('Cobalt rye').waitFor()]);
  await page.getByRole('link', { name: 'Amber rye' }).click();
  await page.getByRole('button', { name: 'Delete product' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete product' }).click();
  await page.waitForURL(`**${pathOf(amber, 'products')}`);
  await tab.reload();
  await tab.getByText('Cobalt rye').waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/cobalt/i);
  expect(await tab.locator('body').innerText()).not.toMatch(/amber/i);
});

describe('a switch', () => {
  const ways: Record<string, (page: Page) => Promise<void>> = {
    'of the switcher': (page) => switchTo(page, 'Amber', 'Cobalt'),
    'of the command palette': async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('cobalt');
      await page.locator('[data-highlighted]').filter({ hasText: 'Cobalt House' }).waitFor();
      await page.keyboard.press('Enter');
    },
  };
  test.each(Object.entries(ways))('%s never shows a text of the other business', async (_what, go) => {
    const page = await enterWorkspace(amber, { as: person });
    await recordTexts(page);
    await page.goto(pathOf(amber, 'orders'));
    await page.getByText('Amber Anna', { exact: true }).waitFor();
    await page.getByRole('link', { name: '#1' }).click();
    await page.getByText('Amber wrapping, please').waitFor();
    expect(wordsOf(await textsAt(page, pathOf(amber)), /amber/i)).not.toEqual([]);

    await go(page);
    await page.waitForURL(`**${pathOf(cobalt)}`);
    await page.getByText('Cobalt Anna', { exact: true }).waitFor();
    await openPage(page, 'Products');
    await page.getByText('Cobalt loaf').waitFor();
    await openPage(page, 'Customers');
    await page.getByText('Cobalt Anna', { exact: true }).waitFor();
    const texts = await textsAt(page, pathOf(cobalt));
    expect(wordsOf(texts, /cobalt/i)).not.toEqual([]);
    expect(wordsOf(texts, /amber/i)).toEqual([]);

    // Back through the browser's memory of pages, to where the first business was. (The palette named the second there.)
    await textsAt(page, pathOf(amber));
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.getByText('Amber wrapping, please').waitFor();
    expect(wordsOf(await textsAt(page, pathOf(amber)), /cobalt/i)).toEqual([]);
  });

  test('takes the messages of the first business away, and what was typed there', async () => {
    const page = await enterWorkspace(amber, { as: person });
    await recordTexts(page);
    await page.goto(pathOf(amber, 'products/new'));
    await page.getByLabel('Name', { exact: true }).fill('Amber bun');
    await page.getByLabel(/^Price/).fill('1');
    await page.getByLabel('SKU').fill(crypto.randomUUID());
    await page.getByRole('button', { name: 'Add product' }).click();
    await page.getByText('Amber bun was added').waitFor();
    await page.getByLabel('Description').fill('Amber crust');
    await switchTo(page, 'Amber', 'Cobalt');
    await page.getByText('Cobalt Anna', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    expect(wordsOf(await textsAt(page, pathOf(cobalt)), /amber/i)).toEqual([]);
  });
});
